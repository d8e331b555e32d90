using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

public sealed class JobStatesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_passes_starting_and_running_and_succeeds()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync();
        await engine.AssertAsync(id, JobStatus.STARTING, null);

        engine.Time.Advance(TimeSpan.FromSeconds(1));
        engine.Attempt(id).Begin();
        await engine.AssertAsync(id, JobStatus.RUNNING, null);
        engine.Time.Advance(TimeSpan.FromSeconds(2));
        engine.Attempt(id).Exit(0);

        var job = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.SUCCEEDED, "Essential container in task exited"), (job.Status, job.StatusReason));
        Assert.Equal(1000, job.StartedAt - job.CreatedAt);
        Assert.Equal(2000, job.StoppedAt - job.StartedAt);
        var attempt = Assert.Single(job.Attempts!);
        Assert.Equal((job.StartedAt, job.StoppedAt, 0), (attempt.StartedAt, attempt.StoppedAt, attempt.Container!.ExitCode));
        Assert.Matches("^work/default/[0-9a-f]{32}$", attempt.Container.LogStreamName);
        Assert.Matches("^arn:aws:ecs:us-east-1:000000000000:task/local_Batch_.*/[0-9a-f]{32}$", attempt.Container.TaskArn);
        Assert.Null(job.IsCancelled);
        Assert.Null(job.IsTerminated);
        Assert.Null(job.RetryStrategy);
    }

    [Fact]
    public async Task A_job_without_room_is_runnable_until_there_is_some()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var first = await engine.SubmitAsync();
        var second = await engine.SubmitAsync();
        await engine.AssertAsync(second, JobStatus.RUNNABLE, null);

        engine.Attempt(first).Exit(0);

        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(second));
    }

    [Fact]
    public async Task A_failed_attempt_is_tried_again_until_the_attempts_are_used_up()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync(request => request.RetryStrategy = new RetryStrategy { Attempts = 2 });

        engine.Attempt(id).Exit(3);
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(id));
        engine.Attempt(id).Exit(4);

        var job = await engine.DescribeAsync(id);
        Assert.Equal(JobStatus.FAILED, job.Status);
        Assert.Equal([3, 4], job.Attempts!.Select(attempt => attempt.Container!.ExitCode!.Value));
        Assert.Equal(2, job.Attempts!.Select(attempt => attempt.Container!.LogStreamName).Distinct().Count());
        Assert.Equal(4, job.Container!.ExitCode);
    }

    [Fact]
    public async Task A_job_that_cannot_start_fails_with_the_reason_and_counts_as_an_attempt()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync(request => request.RetryStrategy = new RetryStrategy
        {
            Attempts = 2,
            EvaluateOnExit =
            [
                new EvaluateOnExit { OnStatusReason = "Task failed to start", Action = "retry" },
                new EvaluateOnExit { OnReason = "*", Action = "exit" },
            ],
        });

        engine.Attempt(id).CannotStart("exec: \"x\": no such file or directory");
        engine.Attempt(id).CannotStart("exec: \"x\": no such file or directory");

        var job = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.FAILED, "Task failed to start"), (job.Status, job.StatusReason));
        Assert.Equal("CannotStartContainerError: exec: \"x\": no such file or directory", job.Container!.Reason);
        Assert.Equal(2, job.Attempts!.Count);
        Assert.Null(job.Container.ExitCode);
    }

    [Fact]
    public async Task A_disabled_queue_refuses_jobs_and_finishes_those_it_has()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        await engine.SubmitAsync();
        var waiting = await engine.SubmitAsync();
        await engine.Batch.UpdateJobQueueAsync(new UpdateJobQueueRequest { JobQueue = "local", State = JQState.DISABLED }, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<ServiceError>(() => engine.SubmitAsync());
        engine.Runner.Started[0].Exit(0);

        Assert.Contains("local is DISABLED", error.Message, StringComparison.Ordinal);
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(waiting));
    }
}
