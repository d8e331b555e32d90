using System.Collections.Concurrent;
using System.Net;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobSenderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData((HttpStatusCode)0)]
    public async Task A_job_whose_reply_got_lost_is_found_by_its_key_and_not_sent_again(HttpStatusCode status)
    {
        var service = new StandInConnection();
        var taken = new ConcurrentDictionary<string, SubmitJobRequest>(StringComparer.Ordinal);
        LoseReplies(service, taken, status, isCarriedOut: true);

        var job = await SendAsync(service, Cancel);

        Assert.Equal("id-1", job?.JobId);
        Assert.Equal(1, service.Submission.Count<SubmitJobRequest>());
        Assert.Empty(service.Reporter.Errors);
    }

    [Fact]
    public async Task A_job_that_the_service_never_had_is_sent_again_after_several_looks()
    {
        var service = new StandInConnection();
        var taken = new ConcurrentDictionary<string, SubmitJobRequest>(StringComparer.Ordinal);
        LoseReplies(service, taken, 0, isCarriedOut: false);

        var job = await SendAsync(service, Cancel);

        Assert.Equal("id-2", job?.JobId);
        Assert.Equal(2, service.Submission.Count<SubmitJobRequest>());
        Assert.Equal(4, service.Batch.Count<ListJobsRequest>());
        Assert.Single(taken);
    }

    [Fact]
    public async Task Where_nobody_may_look_a_lost_reply_is_told()
    {
        var service = new StandInConnection();
        LoseReplies(service, new(StringComparer.Ordinal), 0, isCarriedOut: true);
        service.Batch.On<ListJobsRequest, ListJobsResponse>(ListJobsResponse (_) => throw new AmazonBatchException("not yours") { StatusCode = HttpStatusCode.Forbidden });

        var error = await Assert.ThrowsAsync<BatchException>(() => SendAsync(service, Cancel));

        Assert.Equal(nameof(Messages.SubmissionUncertain), error.ErrorId);
        Assert.StartsWith("Whether the job 'one' was accepted is not known (the line broke), and looking for it in the queue 'hpc' did not settle it. Resume-BatchWorkload 'unnamed-", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, service.Submission.Count<SubmitJobRequest>());
    }

    [Fact]
    public async Task A_throttled_job_was_not_taken_so_it_is_sent_again_and_slower()
    {
        var clock = new ManualTimeProvider { Hurry = true };
        var service = new StandInConnection(clock, rate: CallRate.ForSubmissions(clock));
        var start = clock.GetUtcNow();
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(_ => service.Submission.Count<SubmitJobRequest>() <= 3
            ? throw new AmazonBatchException("Too many") { StatusCode = HttpStatusCode.TooManyRequests, ErrorCode = "TooManyRequestsException" }
            : new SubmitJobResponse { JobId = "id-1", JobName = "one" });

        var job = await SendAsync(service, Cancel);

        Assert.Equal("id-1", job?.JobId);
        Assert.Equal(4, service.Submission.Count<SubmitJobRequest>());
        Assert.Equal(50 / 8d, service.Connection.SubmissionRate.Current);
        // Pauses of at least 0.25, 0.5 and 1 second.
        Assert.True(clock.GetUtcNow() - start >= TimeSpan.FromSeconds(1.75));
    }

    [Fact]
    public async Task A_service_that_throttles_for_ever_ends_in_an_error()
    {
        var service = new StandInConnection();
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(
            SubmitJobResponse (_) => throw new AmazonBatchException("Too many") { StatusCode = HttpStatusCode.TooManyRequests });

        var error = await Assert.ThrowsAsync<BatchException>(() => SendAsync(service, Cancel));

        Assert.Equal(ErrorKind.Throttled, error.Kind);
        Assert.Equal(12, service.Submission.Count<SubmitJobRequest>());
    }

    [Theory]
    [InlineData("Error executing request, Exception : Dependency job hi does not exist, RequestId: 1", "'hi'")]
    [InlineData("A dependent job was not found", "'hi', 'which'")]
    public async Task A_dependency_that_does_not_exist_is_told_by_its_id(string text, string named)
    {
        var service = new StandInConnection();
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(SubmitJobResponse (_) => throw new AmazonBatchException(text) { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ClientException" });

        var error = await Assert.ThrowsAsync<BatchException>(() => SendAsync(service, Cancel, "hi", "which"));

        Assert.Equal((nameof(Messages.DependencyNotFound), ErrorKind.NotFound), (error.ErrorId, error.Kind));
        Assert.StartsWith($"The job 'one' cannot depend on {named}: the connection 'stand-in' has no job of this id.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_is_not_found_is_told_as_the_service_tells_it()
    {
        var service = new StandInConnection();
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(SubmitJobResponse (_) => throw new AmazonBatchException("JobQueue hpc not found") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ClientException" });

        Assert.Equal(nameof(Messages.ResourceMissing), (await Assert.ThrowsAsync<BatchException>(() => SendAsync(service, Cancel, "hpc"))).ErrorId);
    }

    [Fact]
    public async Task A_call_under_way_may_end_when_the_submission_is_cancelled()
    {
        var service = new StandInConnection(TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(async (_, cut) =>
        {
            await stop.CancelAsync();
            cut.ThrowIfCancellationRequested();
            return new SubmitJobResponse { JobId = "id-1", JobName = "one" };
        });

        var job = await SendAsync(service, stop.Token);

        Assert.Equal("id-1", job?.JobId);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(service, stop.Token));
        Assert.Equal(1, service.Submission.Count<SubmitJobRequest>());
    }

    [Fact]
    public async Task A_call_that_does_not_end_is_cut_off_and_told_as_uncertain()
    {
        var service = new StandInConnection(TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(async (_, cut) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cut);
            return new SubmitJobResponse();
        });

        var error = await Assert.ThrowsAsync<BatchException>(() => SendAsync(service, stop.Token));

        Assert.Equal(nameof(Messages.SubmissionUncertain), error.ErrorId);
    }

    private static async Task<Job?> SendAsync(StandInConnection service, CancellationToken cancellationToken, params string[] dependsOn)
    {
        service.Batch.On<DescribeJobQueuesRequest, DescribeJobQueuesResponse>(_ => new DescribeJobQueuesResponse { JobQueues = [] });
        await using var set = new SubmissionSet(service.Connection, service.Reporter, new SubmitOptions());
        var request = new SubmitJobRequest { JobName = "one", JobQueue = "hpc", JobDefinition = "md", DependsOn = [.. dependsOn.Select(id => new JobDependency { JobId = id })] };
        var point = set.Stamp(request);
        var job = new PreparedJob(request, RequestRules.Check(request), null, point);
        return await new JobSender(service.Connection, service.Reporter, set).SendAsync(job, cancellationToken);
    }

    // Loses the first reply; the jobs that were taken are listed and described.
    private static void LoseReplies(
        StandInConnection service, ConcurrentDictionary<string, SubmitJobRequest> taken, HttpStatusCode status, bool isCarriedOut)
    {
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(request =>
        {
            var call = service.Submission.Count<SubmitJobRequest>();
            if (call > 1 || isCarriedOut)
                taken[$"id-{call}"] = request;
            return call > 1
                ? new SubmitJobResponse { JobId = $"id-{call}", JobName = request.JobName }
                : throw new AmazonBatchException("the line broke") { StatusCode = status };
        });
        service.Batch.On<ListJobsRequest, ListJobsResponse>(_ => new ListJobsResponse
        {
            JobSummaryList = [.. taken.Keys.Select(id => new JobSummary { JobId = id, JobName = "one", CreatedAt = long.MaxValue })],
        });
        service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(request => new DescribeJobsResponse
        {
            Jobs = [.. request.Jobs!.Select(id => new JobDetail { JobId = id, JobName = "one", Status = "RUNNABLE", Tags = taken[id].Tags })],
        });
    }
}
