using System.Text.Json;

namespace BatchTools.Tests;

public sealed class JsonReportTests
{
    [Fact]
    public void The_report_has_the_documented_members()
    {
        using var document = JsonDocument.Parse(ReportTests.Text(SampleWorkload.Sweep(10, 3, 5), ReportFormat.Json));
        var root = document.RootElement;

        Assert.Equal(["schemaVersion", "createdAt", "workload", "connection", "totals", "failures", "jobs"], Names(root));
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("md-42", root.GetProperty("workload").GetString());
        Assert.Equal(["name", "kind", "region", "endpoint"], Names(root.GetProperty("connection")));
        var totals = root.GetProperty("totals");
        Assert.Equal(
            ["jobs", "succeeded", "failed", "unfinished", "successRate", "statusCounts", "startedAt", "stoppedAt", "durationSeconds", "totalRunTimeSeconds", "vcpuHours", "runTime", "queueTime"],
            Names(totals));
        Assert.Equal((10, 8, 2, 0, 0.8), (Number("jobs"), Number("succeeded"), Number("failed"), Number("unfinished"), totals.GetProperty("successRate").GetDouble()));
        Assert.Equal(8, totals.GetProperty("statusCounts").GetProperty("SUCCEEDED").GetInt32());
        Assert.Equal(["count", "minSeconds", "meanSeconds", "medianSeconds", "maxSeconds"], Names(totals.GetProperty("runTime")));
        Assert.True(DateTimeOffset.TryParse(totals.GetProperty("startedAt").GetString(), out _));
        Assert.Equal(["reason", "count", "jobNames"], Names(root.GetProperty("failures")[0]));
        Assert.Equal(10, root.GetProperty("jobs").GetArrayLength());
        var job = root.GetProperty("jobs")[4];
        Assert.Equal(("FAILED", "250", 2), (job.GetProperty("status").GetString(), job.GetProperty("parameters").GetProperty("temperature").GetString(), job.GetProperty("attempts").GetArrayLength()));
        Assert.False(job.TryGetProperty("arrayIndex", out _));

        int Number(string name) => totals.GetProperty(name).GetInt32();
    }

    [Fact]
    public void A_workload_without_jobs_is_still_a_report()
    {
        using var document = JsonDocument.Parse(ReportTests.Text(new WorkloadMeasure().ToSummary(), ReportFormat.Json));

        Assert.Equal(["schemaVersion", "createdAt", "totals", "failures", "jobs"], Names(document.RootElement));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
