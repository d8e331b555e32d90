using System.Diagnostics;
using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running.Simulated;

public sealed class ScaleTests(ITestOutputHelper output) : IDisposable
{
    private const int Arrays = 10;
    private const int Size = 10_000;
    private const int Processors = 1000;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_hundred_thousand_jobs_are_planned_in_seconds()
    {
        await using var engine = await OpenEngine.StartAsync(_folder, Processors, static options => options with { Runner = RunnerKind.Simulated });
        var container = OpenEngine.Container("anything");
        container.Environment = [new() { Name = "BATCHTOOLS_SIMULATED_DURATION", Value = "600" }];
        await engine.Batch.RegisterJobDefinitionAsync(
            new RegisterJobDefinitionRequest { JobDefinitionName = "work", Type = JobDefinitionType.Container, ContainerProperties = container }, Cancellation);

        var clock = Stopwatch.StartNew();
        var ids = new List<string>();
        for (var array = 0; array < Arrays; array++)
            ids.Add(await engine.SubmitAsync("work", static request => request.ArrayProperties = new ArrayProperties { Size = Size }));
        var jobs = new List<JobDetail>();
        while (jobs.Count < Arrays || jobs.Exists(static job => job.Status != JobStatus.SUCCEEDED))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(120), "The simulation stands still or crawls.");
            await Task.Delay(20, Cancellation);
            jobs = (await engine.Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = ids }, Cancellation)).Jobs!;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Arrays * Size} jobs in {clock.Elapsed.TotalSeconds:0.0} s, working set {Environment.WorkingSet >> 20} MiB"));

        // 100,000 jobs of ten minutes on 1,000 vCPUs.
        Assert.Equal(1000L * 60 * 1000, jobs.Max(static job => job.StoppedAt) - jobs.Min(static job => job.CreatedAt));
    }
}
