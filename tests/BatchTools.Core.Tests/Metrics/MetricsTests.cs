namespace BatchTools.Tests;

/// <summary>Metrics published to the CloudWatch of a real engine, and read back.</summary>
public sealed class MetricsTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_totals_of_a_workload_can_be_read_back()
    {
        var summary = new WorkloadSummary { Workload = "w", JobCount = 3, Succeeded = 2, Failed = 1, TotalRunTime = TimeSpan.FromSeconds(90), CreatedAt = DateTime.Now };
        var metrics = new Metrics(local.Connection, "Lab/Batch");

        var values = metrics.Of(MetricSource.Of(summary), new Dictionary<string, string> { ["Stage"] = "test" });
        await metrics.PublishAsync(values, Cancel);

        var listed = await local.Connection.CloudWatch.ListMetricsAsync(new() { Namespace = "Lab/Batch", MetricName = "Succeeded" }, Cancel);
        Assert.Equal(["Stage=test", "Workload=w"], Assert.Single(listed.Metrics!).Dimensions!.Select(one => $"{one.Name}={one.Value}").Order());
        Assert.Equal(("Percent", 66.7), (values.Single(value => value.MetricName == "SuccessRate").Unit, Math.Round(values.Single(value => value.MetricName == "SuccessRate").Value, 1)));
        Assert.DoesNotContain(values, value => value.MetricName is "Duration" or "VcpuHours");
        var data = await local.Connection.CloudWatch.GetMetricDataAsync(
            new()
            {
                StartTime = DateTime.UtcNow.AddMinutes(-10), EndTime = DateTime.UtcNow.AddMinutes(10),
                MetricDataQueries = [new() { Id = "a", MetricStat = new() { Metric = listed.Metrics![0], Period = 60, Stat = "Sum" } }],
            },
            Cancel);
        Assert.Equal([2.0], Assert.Single(data.MetricDataResults!).Values!);
    }

    [Fact]
    public async Task A_namespace_of_aws_is_refused()
    {
        var metrics = new Metrics(local.Connection, "AWS/Batch");
        var values = metrics.Of(MetricSource.Of(new WorkloadSummary { CreatedAt = DateTime.Now }), new Dictionary<string, string>());

        var error = await Assert.ThrowsAsync<BatchException>(() => metrics.PublishAsync(values, Cancel));

        Assert.Contains("AWS/", error.Message, StringComparison.Ordinal);
    }
}
