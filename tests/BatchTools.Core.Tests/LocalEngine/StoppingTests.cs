namespace BatchTools.Tests;

/// <summary>Stopping on a real engine, job by job in each state.</summary>
public sealed class StoppingTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_job_is_terminated()
    {
        await local.RegisterAsync("endless", "sleep 600");
        var running = await RunningAsync(Assert.Single(await SubmitAsync(new JobRequest { JobName = "running", JobDefinition = "endless" })));

        var stopped = Assert.Single(await StopAsync(running.JobId));
        var ended = Assert.Single(await local.WaitAsync(_reporter, stopped));

        Assert.Equal((JobStatus.FAILED, "enough of this"), (ended.Status, ended.StatusReason));
        Assert.Single(ended.Attempts);
        Assert.Equal(true, ended.Raw["isTerminated"]);
    }

    [Fact]
    public async Task A_job_that_waits_for_room_is_cancelled()
    {
        await local.RegisterAsync("wide", "sleep 600");
        // Eight vCPUs are there; the second job cannot start while the first holds them.
        var jobs = await SubmitAsync(
            new JobRequest { JobName = "holder", JobDefinition = "wide", Vcpu = 8 },
            new JobRequest { JobName = "waiter", JobDefinition = "wide", Vcpu = 8 });
        await WatchUntilAsync(jobs, all => all.Any(job => job.Status == JobStatus.RUNNING) && all.Any(job => job.Status == JobStatus.RUNNABLE));
        var waiting = (await DescribeAsync(jobs)).Single(job => job.Status == JobStatus.RUNNABLE);

        await StopAsync(waiting.JobId);
        var ended = Assert.Single(await local.WaitAsync(_reporter, waiting));
        Assert.Equal((JobStatus.FAILED, "enough of this", true), (ended.Status, ended.StatusReason, ended.Raw["isCancelled"]));
        Assert.Null(ended.StartedAt);

        await StopAsync(jobs.Single(job => job.JobId != waiting.JobId).JobId);
        await local.WaitAsync(_reporter, jobs);
    }

    [Fact]
    public async Task A_job_that_waits_for_another_ends_at_once()
    {
        await local.RegisterAsync("endless", "sleep 600");
        var first = Assert.Single(await SubmitAsync(new JobRequest { JobName = "first", JobDefinition = "endless" }));
        var second = Assert.Single(await SubmitAsync(new JobRequest { JobName = "second", JobDefinition = "endless", DependsOn = [first.JobId] }));

        await StopAsync(second.JobId);
        Assert.Equal(JobStatus.FAILED, Assert.Single(await local.WaitAsync(_reporter, second)).Status);
        Assert.False((await DescribeAsync([first]))[0].IsFinished);

        await StopAsync(first.JobId);
        await local.WaitAsync(_reporter, first);
    }

    [Fact]
    public async Task An_array_stops_with_all_its_children()
    {
        await local.RegisterAsync("endless", "sleep 600");
        var array = Assert.Single(await SubmitAsync(new JobRequest { JobName = "array", JobDefinition = "endless", ArraySize = 20 }));
        await WatchUntilAsync([array], all => all[0].StatusSummary.GetValueOrDefault(JobStatus.RUNNING) > 0);

        await StopAsync(array.JobId);
        var ended = Assert.Single(await local.WaitAsync(_reporter, array));

        Assert.Equal((JobStatus.FAILED, 20), (ended.Status, ended.StatusSummary[JobStatus.FAILED]));
    }

    [Fact]
    public async Task A_job_that_has_ended_stays_as_it_is()
    {
        await local.RegisterAsync("quick", "true");
        var ended = Assert.Single(await local.WaitAsync(_reporter, await SubmitAsync(new JobRequest { JobName = "quick", JobDefinition = "quick" })));

        var stopped = Assert.Single(await StopAsync(ended.JobId));

        Assert.Equal((JobStatus.SUCCEEDED, ended.StatusReason), (stopped.Status, stopped.StatusReason));
        Assert.Contains(_reporter.Details, line => line.Contains("had ended already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_an_error_and_the_others_are_stopped()
    {
        await local.RegisterAsync("endless", "sleep 600");
        var job = Assert.Single(await SubmitAsync(new JobRequest { JobName = "one", JobDefinition = "endless" }));

        var stopped = await StopAsync("00000000-0000-0000-0000-000000000000", job.JobId);

        Assert.Equal(job.JobId, Assert.Single(stopped).JobId);
        Assert.Equal(nameof(Messages.JobNotFound), Assert.Single(_reporter.Errors).ErrorId);
        await local.WaitAsync(_reporter, job);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void A_reason_is_neither_empty_nor_too_long(int length)
    {
        var error = Assert.Throws<BatchException>(() => new JobStopper(local.Connection, _reporter)
            .StopAsync(Streams.Of("id"), new StopOptions { Reason = new string('r', length) }, Cancel));
        Assert.Equal(nameof(Messages.ReasonInvalid), error.ErrorId);
    }

    private async Task<IReadOnlyList<Job>> SubmitAsync(params JobRequest[] requests) =>
        await local.SubmitAsync(_reporter, new SubmitOptions(), requests);

    private async Task<IReadOnlyList<Job>> StopAsync(params string[] ids) => await new JobStopper(local.Connection, _reporter)
        .StopAsync(Streams.Of(ids), new StopOptions { Reason = "enough of this" }, Cancel).ToListAsync(Cancel);

    private async Task<Job> RunningAsync(Job job) =>
        (await WatchUntilAsync([job], all => all[0].Status == JobStatus.RUNNING))[0];

    private async Task<IReadOnlyList<Job>> WatchUntilAsync(IReadOnlyList<Job> jobs, Func<IReadOnlyList<Job>, bool> condition)
    {
        var watch = new JobWatch(local.Connection, _reporter);
        foreach (var job in jobs)
            watch.Add(job);
        await foreach (var _ in watch.RunAsync(Cancel))
        {
            var all = await DescribeAsync(jobs);
            if (condition(all))
                return all;
        }

        throw new InvalidOperationException("The jobs ended before they were as expected.");
    }

    private async Task<IReadOnlyList<Job>> DescribeAsync(IReadOnlyList<Job> jobs) => await new Jobs(local.Connection, _reporter)
        .GetAsync(Streams.Of(jobs.Select(job => job.JobId)), null, Cancel).ToListAsync(Cancel);
}
