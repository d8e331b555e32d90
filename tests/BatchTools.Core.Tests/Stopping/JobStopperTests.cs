using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobStopperTests
{
    private readonly StandInConnection service = new();
    private readonly StandInJobs jobs;

    public JobStopperTests()
    {
        jobs = new StandInJobs(service.Batch);
        service.Batch.On<CancelJobRequest, CancelJobResponse>(_ => new CancelJobResponse());
        service.Batch.On<TerminateJobRequest, TerminateJobResponse>(_ => new TerminateJobResponse());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_state_gets_the_call_that_stops_it()
    {
        jobs.Add("submitted", "SUBMITTED", "FAILED");
        jobs.Add("runnable", "RUNNABLE", "FAILED");
        jobs.Add("starting", "STARTING");
        jobs.Add("running", "RUNNING");
        jobs.Add("depending", "PENDING", "FAILED").DependsOn = [new JobDependency { JobId = "running" }];
        jobs.Add("array", "PENDING").ArrayProperties = new ArrayPropertiesDetail { Size = 2 };
        jobs.Add("ended", "SUCCEEDED");

        var stopped = await StopAsync("submitted", "runnable", "starting", "running", "depending", "array", "ended");

        Assert.Equal(["runnable", "submitted"], service.Batch.Requests.OfType<CancelJobRequest>().Select(one => one.JobId).Order(StringComparer.Ordinal));
        Assert.Equal(["array", "depending", "running", "starting"], service.Batch.Requests.OfType<TerminateJobRequest>().Select(one => one.JobId).Order(StringComparer.Ordinal));
        Assert.All(service.Batch.Requests.OfType<TerminateJobRequest>(), one => Assert.Equal("because", one.Reason));
        Assert.Equal(7, stopped.Count);
    }

    [Fact]
    public async Task A_job_that_starts_while_it_is_cancelled_is_terminated()
    {
        jobs.Add("escaping", "RUNNABLE", "STARTING", "FAILED");

        var stopped = Assert.Single(await StopAsync("escaping"));

        Assert.Equal(JobStatus.FAILED, stopped.Status);
        Assert.Equal(1, service.Batch.Count<CancelJobRequest>());
        Assert.Equal(1, service.Batch.Count<TerminateJobRequest>());
    }

    [Fact]
    public async Task Many_jobs_cost_a_call_each_and_two_looks_a_hundred()
    {
        var ids = Enumerable.Range(0, 250).Select(index => $"job-{index}").ToArray();
        foreach (var id in ids)
            jobs.Add(id, "RUNNING");

        Assert.Equal(ids, (await StopAsync(ids)).Select(job => job.JobId));
        Assert.Equal(250, service.Batch.Count<TerminateJobRequest>());
        Assert.Equal(6, service.Batch.Count<DescribeJobsRequest>());
    }

    private async Task<List<Job>> StopAsync(params string[] ids) => await new JobStopper(service.Connection, service.Reporter)
        .StopAsync(Streams.Of(ids), new StopOptions { Reason = "because" }, Cancel).ToListAsync(Cancel);
}
