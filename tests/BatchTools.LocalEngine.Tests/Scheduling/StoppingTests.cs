using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

/// <summary>CancelJob, TerminateJob, timeouts and queues that are deleted.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cancelling_a_runnable_job_fails_it_and_it_never_starts()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var running = await engine.SubmitAsync();
        var waiting = await engine.SubmitAsync();

        await engine.CancelAsync(waiting);
        engine.Attempt(running).Exit(0);

        var job = await engine.DescribeAsync(waiting);
        Assert.Equal((JobStatus.FAILED, "cancelled by test", true), (job.Status, job.StatusReason, job.IsCancelled));
        Assert.Empty(job.Attempts!);
        Assert.Equal([running], engine.StartedJobs);
    }

    [Fact]
    public async Task Cancelling_a_running_job_changes_nothing()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync();
        engine.Attempt(id).Begin();

        await engine.CancelAsync(id);
        engine.Attempt(id).Exit(0);

        var job = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.SUCCEEDED, null), (job.Status, job.IsCancelled));
        Assert.Equal(0, engine.Attempt(id).Stops);
    }

    [Fact]
    public async Task A_cancelled_job_with_dependencies_ends_once_they_are_over()
    {
        await using var engine = StillEngine.Open(_folder);
        var first = await engine.SubmitAsync();
        var second = await engine.SubmitAsync(request => request.DependsOn = [new JobDependency { JobId = first }]);

        await engine.CancelAsync(second);
        Assert.Equal(JobStatus.PENDING, await engine.StatusAsync(second));
        engine.Attempt(first).Exit(0);

        await engine.AssertAsync(second, JobStatus.FAILED, "cancelled by test");
        Assert.Equal([first], engine.StartedJobs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Terminating_a_job_stops_its_attempt_and_it_is_not_tried_again(bool begun)
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync(request => request.RetryStrategy = new RetryStrategy { Attempts = 3 });
        if (begun)
            engine.Attempt(id).Begin();

        await engine.TerminateAsync(id);
        Assert.Equal(1, engine.Attempt(id).Stops);
        Assert.True((await engine.DescribeAsync(id)).IsTerminated);
        engine.Attempt(id).Exit(143);

        var job = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.FAILED, "terminated by test", true), (job.Status, job.StatusReason, job.IsTerminated));
        Assert.Equal(143, Assert.Single(job.Attempts!).Container!.ExitCode);
    }

    [Fact]
    public async Task A_terminated_job_fails_even_if_it_exits_with_zero()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync();

        await engine.TerminateAsync(id);
        engine.Attempt(id).Exit(0);

        await engine.AssertAsync(id, JobStatus.FAILED, "terminated by test");
    }

    [Fact]
    public async Task Terminating_a_pending_job_ends_it_at_once()
    {
        await using var engine = StillEngine.Open(_folder);
        var first = await engine.SubmitAsync();
        var second = await engine.SubmitAsync(request => request.DependsOn = [new JobDependency { JobId = first }]);

        await engine.TerminateAsync(second);

        await engine.AssertAsync(second, JobStatus.FAILED, "terminated by test");
    }

    [Fact]
    public async Task Ending_a_finished_or_unknown_job_succeeds_and_changes_nothing()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync();
        engine.Attempt(id).Exit(0);

        await engine.TerminateAsync(id);
        await engine.CancelAsync(id);
        await engine.TerminateAsync("00000000-0000-0000-0000-000000000000");
        await engine.CancelAsync("no such job");

        await engine.AssertAsync(id, JobStatus.SUCCEEDED, "Essential container in task exited");
    }

    [Fact]
    public async Task A_timeout_stops_the_attempt_and_the_job_is_not_tried_again()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync(request =>
        {
            request.Timeout = new JobTimeout { AttemptDurationSeconds = 60 };
            request.RetryStrategy = new RetryStrategy { Attempts = 5 };
        });
        engine.Time.Advance(TimeSpan.FromSeconds(100));
        engine.Attempt(id).Begin();

        engine.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, engine.Attempt(id).Stops);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, engine.Attempt(id).Stops);
        engine.Attempt(id).Exit(137);

        await engine.AssertAsync(id, JobStatus.FAILED, "Job attempt duration exceeded timeout");
    }

    [Fact]
    public async Task A_timeout_can_be_longer_than_any_timer()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync(request => request.Timeout = new JobTimeout { AttemptDurationSeconds = 100 * 24 * 60 * 60 });
        engine.Attempt(id).Begin();

        for (var day = 0; day < 99; day++)
            engine.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, engine.Attempt(id).Stops);
        engine.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, engine.Attempt(id).Stops);
    }

    [Fact]
    public async Task Each_attempt_has_the_whole_time()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync(request =>
        {
            request.Timeout = new JobTimeout { AttemptDurationSeconds = 60 };
            request.RetryStrategy = new RetryStrategy { Attempts = 2 };
        });
        var waiting = engine.Time.Waiting;
        engine.Attempt(id).Begin();
        engine.Time.Advance(TimeSpan.FromSeconds(50));
        engine.Attempt(id).Exit(1);
        engine.Attempt(id).Begin();

        engine.Time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(0, engine.Attempt(id).Stops);
        engine.Attempt(id).Exit(0);

        Assert.Equal(JobStatus.SUCCEEDED, await engine.StatusAsync(id));
        Assert.Equal(waiting, engine.Time.Waiting);
    }

    [Fact]
    public async Task A_deleted_queue_fails_its_jobs_and_goes_when_the_last_has_ended()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var running = await engine.SubmitAsync();
        var waiting = await engine.SubmitAsync();
        var cancellation = TestContext.Current.CancellationToken;
        await engine.Batch.UpdateJobQueueAsync(new UpdateJobQueueRequest { JobQueue = "local", State = JQState.DISABLED }, cancellation);

        await engine.Batch.DeleteJobQueueAsync(new DeleteJobQueueRequest { JobQueue = "local" }, cancellation);
        var deleting = Assert.Single((await engine.Batch.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), cancellation)).JobQueues!);
        Assert.Equal(JQStatus.DELETING, deleting.Status);
        engine.Attempt(running).Exit(143);

        Assert.Empty((await engine.Batch.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), cancellation)).JobQueues!);
        await engine.AssertAsync(running, JobStatus.FAILED, "JobQueue deleted");
        await engine.AssertAsync(waiting, JobStatus.FAILED, "JobQueue deleted");
    }
}
