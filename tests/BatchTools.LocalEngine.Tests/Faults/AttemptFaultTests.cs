using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Faults;

public sealed class AttemptFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_reclaimed_attempt_has_lost_its_host_and_is_tried_again_by_the_rules()
    {
        await using var engine = await OpenAsync("spot=1");
        var definition = await engine.DefineAsync("work", "sleep", "1000");

        var job = await engine.AwaitEndAsync(await engine.SubmitAsync(definition, request => request.RetryStrategy = new RetryStrategy
        {
            Attempts = 5,
            EvaluateOnExit =
            [
                new EvaluateOnExit { OnStatusReason = "Host EC2*", Action = RetryAction.RETRY },
                new EvaluateOnExit { OnReason = "*", Action = RetryAction.EXIT },
            ],
        }));

        Assert.Equal(JobStatus.FAILED, job.Status);
        Assert.Equal(5, job.Attempts!.Count);
        Assert.All(job.Attempts, static attempt =>
        {
            Assert.Matches(@"^Host EC2 \(instance i-[0-9a-f]{17}\) terminated\.$", attempt.StatusReason!);
            Assert.Null(attempt.Container!.ExitCode);
        });
    }

    [Fact]
    public async Task The_same_seed_reclaims_the_same_attempts()
    {
        var first = await ReclaimedAsync("first", seed: 7);
        var second = await ReclaimedAsync("second", seed: 7);
        var other = await ReclaimedAsync("other", seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Sum(), 5, 20);
    }

    [Fact]
    public async Task A_terminated_job_is_not_tried_again_though_its_host_is_lost()
    {
        await using var engine = await OpenAsync("spot=1:1h");
        var definition = await engine.DefineAsync("work", attempts: 3, "sleep", "1000");
        var id = await engine.SubmitAsync(definition);
        await engine.AwaitAsync(id, JobStatus.RUNNING);

        await engine.Batch.TerminateJobAsync(new TerminateJobRequest { JobId = id, Reason = "enough" }, Cancellation);
        var job = await engine.AwaitEndAsync(id);

        Assert.Equal((JobStatus.FAILED, "enough", 1), (job.Status, job.StatusReason, job.Attempts!.Count));
    }

    [Fact]
    public async Task A_slow_start_keeps_a_job_in_STARTING_until_its_time_has_come()
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var engine = await OpenAsync("slow-start=1:30s", time);
        var definition = await engine.DefineAsync("work", "true");
        var id = await engine.SubmitAsync(definition);

        Assert.Equal(JobStatus.STARTING, (await engine.DescribeAsync(id)).Status);
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(JobStatus.SUCCEEDED, (await engine.AwaitEndAsync(id)).Status);
    }

    [Fact]
    public async Task A_job_can_be_terminated_during_its_slow_start()
    {
        await using var engine = await OpenAsync("slow-start=1:1h");
        var id = await engine.SubmitAsync(await engine.DefineAsync("work", "true"));
        Assert.Equal(JobStatus.STARTING, (await engine.DescribeAsync(id)).Status);

        await engine.Batch.TerminateJobAsync(new TerminateJobRequest { JobId = id, Reason = "enough" }, Cancellation);

        Assert.Equal("enough", (await engine.AwaitEndAsync(id)).StatusReason);
    }

    private Task<OpenEngine> OpenAsync(string faults, TimeProvider? time = null) => OpenEngine.StartAsync(
        _folder, change: options => options with { Faults = FaultPlan.Parse(faults), TimeProvider = time ?? TimeProvider.System });

    private async Task<List<int>> ReclaimedAsync(string folder, int seed)
    {
        var path = Directory.CreateDirectory(_folder.File(folder)).FullName;
        await using var engine = await OpenEngine.StartAsync(path, change: options => options with { Faults = FaultPlan.Parse("spot=0.3", seed) });
        var definition = await engine.DefineAsync("work", attempts: 10, "true");
        var id = await engine.SubmitAsync(definition, static request => request.ArrayProperties = new ArrayProperties { Size = 30 });
        await engine.AwaitEndAsync(id);
        var children = await engine.Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [.. Enumerable.Range(0, 30).Select(index => $"{id}:{index}")] }, Cancellation);
        return [.. children.Jobs!.OrderBy(static job => job.ArrayProperties!.Index).Select(static job => job.Attempts!.Count - 1)];
    }
}
