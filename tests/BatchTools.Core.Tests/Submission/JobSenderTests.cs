using System.Net;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobSenderTests
{
    private static readonly PreparedJob Job = new(new SubmitJobRequest { JobName = "one", JobQueue = "hpc", JobDefinition = "md" }, null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData((HttpStatusCode)0)]
    public async Task A_lost_reply_is_told_and_the_job_is_never_sent_again(HttpStatusCode status)
    {
        var service = new StandInConnection();
        service.Submission.On<SubmitJobRequest, SubmitJobResponse>(
            SubmitJobResponse (_) => throw new AmazonBatchException("the line broke") { StatusCode = status });

        var error = await Assert.ThrowsAsync<BatchException>(() => new JobSender(service.Connection, service.Reporter).SendAsync(Job, Cancel));

        Assert.Equal(nameof(Messages.SubmissionUncertain), error.ErrorId);
        Assert.Equal("The reply to SubmitJob for 'one' got lost (the line broke), so the job may have been accepted or not. Look for it in the queue 'hpc' by its name before submitting it again.", error.Message);
        Assert.Equal(1, service.Submission.Count<SubmitJobRequest>());
        Assert.Empty(service.Batch.Requests);
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

        var job = await new JobSender(service.Connection, service.Reporter).SendAsync(Job, Cancel);

        Assert.Equal("id-1", job.JobId);
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

        var error = await Assert.ThrowsAsync<BatchException>(() => new JobSender(service.Connection, service.Reporter).SendAsync(Job, Cancel));

        Assert.Equal(ErrorKind.Throttled, error.Kind);
        Assert.Equal(12, service.Submission.Count<SubmitJobRequest>());
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

        var job = await new JobSender(service.Connection, service.Reporter).SendAsync(Job, stop.Token);

        Assert.Equal("id-1", job.JobId);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new JobSender(service.Connection, service.Reporter).SendAsync(Job, stop.Token));
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

        var error = await Assert.ThrowsAsync<BatchException>(() => new JobSender(service.Connection, service.Reporter).SendAsync(Job, stop.Token));

        Assert.Equal(nameof(Messages.SubmissionUncertain), error.ErrorId);
    }
}
