using System.Xml.Linq;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class ReportCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task Each_format_goes_to_the_output_and_failed_jobs_are_no_error_of_the_report()
    {
        await RunAsync(("good", "true"), ("bad", "exit 3"));

        var junit = XDocument.Parse((await ReportAsync("--format", "junit")).Output);
        Assert.Equal(("2", "1"), ((string?)junit.Root!.Attribute("tests"), (string?)junit.Root.Attribute("failures")));
        Assert.StartsWith("## w\n", (await ReportAsync("--format", "markdown")).Output);
        Assert.StartsWith("<!DOCTYPE html>", (await ReportAsync("--format", "html")).Output);
        Assert.StartsWith("jobId,", (await ReportAsync("--format", "csv")).Output);
        Assert.Contains("\"schemaVersion\"", (await ReportAsync("--format", "json")).Output);
        Assert.Contains("2 jobs: 1 succeeded, 1 failed", (await ReportAsync()).Output);
        Assert.Equal(["job", "job", "summary"], Objects(await ReportAsync("--json")).Select(one => one.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_file_is_written_by_its_name_and_told()
    {
        await RunAsync(("good", "true"));

        var run = await ReportAsync("--output", Folder["results.xml"]);

        Assert.Equal($"Report: {Folder["results.xml"]}", Assert.Single(Lines(run)));
        Assert.Equal("testsuites", XDocument.Load(Folder["results.xml"]).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Costs_are_told_only_where_they_are_asked_for()
    {
        await RunAsync(("good", "true"));

        Assert.DoesNotContain("Cost", (await ReportAsync()).Output);
        Assert.Contains("Cost, as if on AWS: ", (await ReportAsync("--cost")).Output);
        Assert.Contains(",costLowUsd,costHighUsd", (await ReportAsync("--cost", "--format", "csv")).Output);
        var summary = Objects(await ReportAsync("--cost", "--json"))[^1];
        Assert.False(summary.GetProperty("totals").GetProperty("cost").GetProperty("charged").GetBoolean());
    }

    [Fact]
    public async Task A_workload_that_does_not_exist_is_bad_input_and_writes_nothing()
    {
        var run = await OnAsync("report", "--workload", "no-such", "--output", Folder["results.xml"]);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.False(Folder.Has("results.xml"));
    }

    private Task<CliRun> ReportAsync(params string[] options) => OnAsync(["report", "--workload", "w", .. options]);
}
