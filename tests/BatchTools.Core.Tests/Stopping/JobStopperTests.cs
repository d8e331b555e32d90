using System.Net;
using Amazon.Batch;
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
        _service.Batch.On<CancelJobsRequest, CancelJobsResponse>(_ => new CancelJobsResponse());
        _service.Batch.On<TerminateJobsRequest, TerminateJobsResponse>(_ => new TerminateJobsResponse());
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

        var cancelled = Assert.Single(_service.Batch.Requests.OfType<CancelJobsRequest>());
        Assert.Equal(["runnable", "submitted"], cancelled.Jobs!.Order(StringComparer.Ordinal));
        var terminated = Assert.Single(_service.Batch.Requests.OfType<TerminateJobsRequest>());
        Assert.Equal(["array", "depending", "running", "starting"], terminated.Jobs!.Order(StringComparer.Ordinal));
        Assert.Equal("because", terminated.Reason);
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
    public async Task Many_jobs_cost_a_call_for_fifty_and_two_looks_a_hundred()
    {
        var ids = Running(250);

        Assert.Equal(ids, (await StopAsync(ids)).Select(job => job.JobId));
        Assert.Equal([50, 50, 50, 50, 50], _service.Batch.Requests.OfType<TerminateJobsRequest>().Select(one => one.Jobs!.Count));
        Assert.Equal(6, _service.Batch.Count<DescribeJobsRequest>());
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_service_without_calls_for_many_jobs_gets_one_a_job_and_is_asked_only_once(HttpStatusCode answer)
    {
        _service.Batch.On<TerminateJobsRequest, TerminateJobsResponse>(TerminateJobsResponse (_) => throw new AmazonBatchException("no such thing") { StatusCode = answer });
        var ids = Running(120);

        Assert.Equal(ids, (await StopAsync(ids)).Select(job => job.JobId));
        Assert.Equal(120, _service.Batch.Count<TerminateJobRequest>());
        Assert.InRange(_service.Batch.Count<TerminateJobsRequest>(), 1, 3); // several calls are made at a time
        Assert.Empty(_service.Reporter.Errors);

        await StopAsync(Running(2));
        Assert.InRange(_service.Batch.Count<TerminateJobsRequest>(), 1, 3);
    }

    [Fact]
    public async Task One_that_is_refused_among_many_is_one_error()
    {
        _service.Batch.On<TerminateJobsRequest, TerminateJobsResponse>(_ => new TerminateJobsResponse { Errors = [new JobActionError { Job = "job-1", Code = "ClientException", Message = "not yours" }] });

        Assert.Equal(["job-0", "job-2"], (await StopAsync(Running(3))).Select(job => job.JobId));
        Assert.Contains("not yours", Assert.Single(_service.Reporter.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_from_before_is_kept_also_when_the_end_is_waited_for()
    {
        var job = _jobs.Add("blocked", "RUNNABLE", "RUNNABLE", "FAILED");
        job.StatusReason = "CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY";
        _service.Batch.On<CancelJobRequest, CancelJobResponse>(request =>
        {
            job.StatusReason = request.Reason;
            return new CancelJobResponse();
        });

        var stopped = Assert.Single(await new JobStopper(_service.Connection, _service.Reporter)
            .StopAsync(Streams.Of("blocked"), new StopOptions { Reason = "because", Wait = true }, Cancel).ToListAsync(Cancel));

        Assert.Equal((JobStatus.FAILED, "because", "CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY"), (stopped.Status, stopped.StatusReason, stopped.PreviousStatusReason));
    }

    private string[] Running(int count)
    {
        var ids = Enumerable.Range(0, count).Select(index => $"job-{index}").ToArray();
        foreach (var id in ids)
            _jobs.Add(id, "RUNNING");
        return ids;
    }

    private async Task<List<Job>> StopAsync(params string[] ids) => await new JobStopper(_service.Connection, _service.Reporter)
        .StopAsync(Streams.Of(ids), new StopOptions { Reason = "because" }, Cancel).ToListAsync(Cancel);
}
