using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobStopperTests
{
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public JobStopperTests()
    {
        _jobs = new StandInJobs(_service.Batch);
        _service.Batch.On<CancelJobRequest, CancelJobResponse>(_ => new CancelJobResponse());
        _service.Batch.On<TerminateJobRequest, TerminateJobResponse>(_ => new TerminateJobResponse());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_state_gets_the_call_that_stops_it()
    {
        _jobs.Add("submitted", "SUBMITTED", "FAILED");
        _jobs.Add("runnable", "RUNNABLE", "FAILED");
        _jobs.Add("starting", "STARTING");
        _jobs.Add("running", "RUNNING");
        _jobs.Add("depending", "PENDING", "FAILED").DependsOn = [new JobDependency { JobId = "running" }];
        _jobs.Add("array", "PENDING").ArrayProperties = new ArrayPropertiesDetail { Size = 2 };
        _jobs.Add("ended", "SUCCEEDED");

        var stopped = await StopAsync("submitted", "runnable", "starting", "running", "depending", "array", "ended");

        Assert.Equal(["runnable", "submitted"], _service.Batch.Requests.OfType<CancelJobRequest>().Select(one => one.JobId).Order(StringComparer.Ordinal));
        Assert.Equal(["array", "depending", "running", "starting"], _service.Batch.Requests.OfType<TerminateJobRequest>().Select(one => one.JobId).Order(StringComparer.Ordinal));
        Assert.All(_service.Batch.Requests.OfType<TerminateJobRequest>(), one => Assert.Equal("because", one.Reason));
        Assert.Equal(7, stopped.Count);
    }

    [Fact]
    public async Task A_job_that_starts_while_it_is_cancelled_is_terminated()
    {
        _jobs.Add("escaping", "RUNNABLE", "STARTING", "FAILED");

        var stopped = Assert.Single(await StopAsync("escaping"));

        Assert.Equal(JobStatus.FAILED, stopped.Status);
        Assert.Equal(1, _service.Batch.Count<CancelJobRequest>());
        Assert.Equal(1, _service.Batch.Count<TerminateJobRequest>());
    }

    [Fact]
    public async Task Many_jobs_cost_a_call_each_and_two_looks_a_hundred()
    {
        var ids = Enumerable.Range(0, 250).Select(index => $"job-{index}").ToArray();
        foreach (var id in ids)
            _jobs.Add(id, "RUNNING");

        Assert.Equal(ids, (await StopAsync(ids)).Select(job => job.JobId));
        Assert.Equal(250, _service.Batch.Count<TerminateJobRequest>());
        Assert.Equal(6, _service.Batch.Count<DescribeJobsRequest>());
    }

    private async Task<List<Job>> StopAsync(params string[] ids) => await new JobStopper(_service.Connection, _service.Reporter)
        .StopAsync(Streams.Of(ids), new StopOptions { Reason = "because" }, Cancel).ToListAsync(Cancel);
}
