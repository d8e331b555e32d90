using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class WaitCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task When_the_minutes_run_out_the_code_is_3_and_the_jobs_are_counted()
    {
        await OnAsync("submit", FileOf(("slow", "sleep 600")), "--workload", "w");

        var run = await OnAsync("wait", "--workload", "w", "--timeout-minutes", "0.03");

        Assert.Equal(ExitCode.TimedOut, run.ExitCode);
        Assert.Contains("1 unfinished", run.Output);
    }

    [Fact]
    public async Task Of_an_array_each_child_is_told_and_a_failed_one_once()
    {
        var array = FileOf([("array", "exit $((AWS_BATCH_JOB_ARRAY_INDEX % 2))")], ("\"jobName\":", "\"arrayProperties\":{\"size\":3},\"jobName\":"));
        await OnAsync("submit", array, "--workload", "w");

        var run = await OnAsync("wait", "--workload", "w");

        Assert.Equal(ExitCode.JobsFailed, run.ExitCode);
        Assert.Contains("3 jobs: 2 succeeded, 1 failed", run.Output);
        Assert.Single(Lines(run), line => line.StartsWith("array:1 (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jobs_can_be_named_one_by_one_and_an_unknown_one_is_told()
    {
        await RunAsync(("a", "true"), ("b", "true"));
        var ids = Lines(await OnAsync("jobs", "--quiet"));

        var both = await OnAsync(["wait", "--job", .. ids]);
        var unknown = await OnAsync("wait", "--workload", "no-such");

        Assert.Equal(ExitCode.Success, both.ExitCode);
        Assert.Contains("2 jobs: 2 succeeded", both.Output);
        Assert.Equal(ExitCode.BadInput, unknown.ExitCode);
        Assert.Contains("no-such", Assert.Single(unknown.ErrorLines));
    }
}
