using System.Collections.Concurrent;
using System.Net;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobSubmissionTests
{
    private readonly StandInConnection _service = new();
    private readonly ConcurrentDictionary<string, int> _looks = new(StringComparer.Ordinal);
    private int _submitted;

    public JobSubmissionTests()
    {
        _service.Batch.On<DescribeJobQueuesRequest, DescribeJobQueuesResponse>(request => new DescribeJobQueuesResponse
        {
            JobQueues = [new JobQueueDetail { JobQueueName = "hpc", State = request.JobQueues?[0] == "off" ? "DISABLED" : "ENABLED", Status = "VALID" }],
        });
        _service.Batch.On<DescribeJobDefinitionsRequest, DescribeJobDefinitionsResponse>(request => new DescribeJobDefinitionsResponse
        {
            JobDefinitions =
            [
                new() { JobDefinitionName = "md", Revision = 2, Status = request.JobDefinitions is null ? "ACTIVE" : "INACTIVE" },
                new() { JobDefinitionName = "md", Revision = 1, Status = "ACTIVE" },
            ],
        });
        _service.Submission.On<SubmitJobRequest, SubmitJobResponse>(request =>
            new SubmitJobResponse { JobId = $"id-{Interlocked.Increment(ref _submitted)}", JobName = request.JobName });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_and_definition_are_looked_up_once_for_a_thousand_jobs()
    {
        var jobs = await SubmitAsync(Requests(1_000), new SubmitOptions());

        Assert.Equal(1_000, jobs.Select(job => job.JobId).Distinct(StringComparer.Ordinal).Count());
        // Once for its state, once for the account that the journal is of.
        Assert.Equal(2, _service.Batch.Count<DescribeJobQueuesRequest>());
        Assert.Equal(1, _service.Batch.Count<DescribeJobDefinitionsRequest>());
        Assert.Equal(1_000, _service.Submission.Count<SubmitJobRequest>());
        Assert.All(jobs, job => Assert.Equal("md:2", job.JobDefinition));
    }

    [Fact]
    public async Task Never_more_than_the_limit_are_unfinished()
    {
        var unfinished = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var most = 0;
        var gate = new object();
        _service.Submission.On<SubmitJobRequest, SubmitJobResponse>(_ =>
        {
            lock (gate)
            {
                var id = $"id-{++_submitted}";
                unfinished[id] = true;
                most = Math.Max(most, unfinished.Count);
                return new SubmitJobResponse { JobId = id };
            }
        });
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(request =>
        {
            lock (gate)
                return new DescribeJobsResponse { Jobs = [.. request.Jobs!.Select(id => Looked(id, unfinished))] };
        });

        var jobs = await SubmitAsync(Requests(60), new SubmitOptions { ThrottleLimit = 7 });

        Assert.Equal(60, jobs.Count);
        Assert.Equal(7, most);
    }

    [Fact]
    public async Task A_job_that_vanishes_gives_its_place_free()
    {
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(_ => new DescribeJobsResponse());

        Assert.Equal(3, (await SubmitAsync(Requests(3), new SubmitOptions { ThrottleLimit = 1 })).Count);
    }

    [Fact]
    public async Task A_refused_job_gives_its_place_free()
    {
        _service.Submission.On<SubmitJobRequest, SubmitJobResponse>(
            SubmitJobResponse (_) => throw new AmazonBatchException("no good") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ClientException" });

        Assert.Empty(await SubmitAsync(Requests(5), new SubmitOptions { ThrottleLimit = 1 }));
        Assert.Equal(5, _service.Reporter.Errors.Count);
        Assert.All(_service.Reporter.Errors, error => Assert.Equal("no good.", error.Message[^8..]));
    }

    [Fact]
    public async Task When_the_state_of_jobs_can_no_longer_be_seen_the_submission_ends_with_that()
    {
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(
            DescribeJobsResponse (_) => throw new AmazonBatchException("not yours") { StatusCode = HttpStatusCode.Forbidden, ErrorCode = "AccessDeniedException" });

        var error = await Assert.ThrowsAsync<BatchException>(() => SubmitAsync(Requests(5), new SubmitOptions { ThrottleLimit = 1 }));

        Assert.Equal((ErrorKind.Denied, "batch:DescribeJobs."), (error.Kind, error.Message[^19..]));
    }

    [Fact]
    public async Task Without_permission_nothing_more_is_tried()
    {
        _service.Submission.On<SubmitJobRequest, SubmitJobResponse>(
            SubmitJobResponse (_) => throw new AmazonBatchException("not yours") { StatusCode = HttpStatusCode.Forbidden, ErrorCode = "AccessDeniedException" });

        var error = await Assert.ThrowsAsync<BatchException>(() => SubmitAsync(Requests(100), new SubmitOptions()));

        Assert.Equal(ErrorKind.Denied, error.Kind);
        Assert.InRange(_service.Submission.Count<SubmitJobRequest>(), 1, 32);
    }

    [Fact]
    public async Task Who_may_submit_but_not_look_submits_unchecked()
    {
        _service.Batch.On<DescribeJobQueuesRequest, DescribeJobQueuesResponse>(
            DescribeJobQueuesResponse (_) => throw new AmazonBatchException("no") { StatusCode = HttpStatusCode.Forbidden });
        _service.Batch.On<DescribeJobDefinitionsRequest, DescribeJobDefinitionsResponse>(
            DescribeJobDefinitionsResponse (_) => throw new AmazonBatchException("no") { StatusCode = HttpStatusCode.Forbidden });

        Assert.Equal("md", Assert.Single(await SubmitAsync(Requests(1), new SubmitOptions())).JobDefinition);
        Assert.Equal(2, _service.Reporter.Details.Count);
    }

    [Fact]
    public async Task A_disabled_queue_and_an_inactive_revision_are_refused()
    {
        var requests = new[] { Request(0) with { JobQueue = "off" }, Request(1) with { JobDefinition = "md:2" } };

        Assert.Empty(await SubmitAsync(requests, new SubmitOptions()));

        Assert.Equal(
            ["The job queue 'off' takes no jobs: it is DISABLED and VALID. Enable it, or use another queue.",
             "The job definition 'md:2' is INACTIVE. Register it anew, or use an active revision."],
            _service.Reporter.Errors.Select(error => error.Message));
        Assert.Equal(0, _service.Submission.Count<SubmitJobRequest>());
    }

    [Fact]
    public async Task Cancelling_ends_a_submission_that_waits_for_room()
    {
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(request =>
            new DescribeJobsResponse { Jobs = [.. request.Jobs!.Select(id => new JobDetail { JobId = id, Status = "RUNNING" })] });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var taken = new List<Job>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var job in Submission().SubmitAsync(Requests(10).ToAsyncEnumerable(), new SubmitOptions { ThrottleLimit = 2 }, stop.Token))
            {
                taken.Add(job);
                if (taken.Count == 2)
                    await stop.CancelAsync();
            }
        });

        Assert.Equal(2, taken.Count);
        Assert.Equal(2, _service.Submission.Count<SubmitJobRequest>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_limit_that_lets_nothing_through_is_refused(int limit) => Assert.Equal(
        nameof(Messages.ThrottleLimitInvalid),
        Assert.Throws<BatchException>(() => { _ = Submission().SubmitAsync(Requests(1).ToAsyncEnumerable(), new SubmitOptions { ThrottleLimit = limit }, Cancel); }).ErrorId);

    private JobDetail Looked(string id, ConcurrentDictionary<string, bool> unfinished)
    {
        var isDone = _looks.AddOrUpdate(id, 1, (_, count) => count + 1) >= 3;
        if (isDone)
            unfinished.TryRemove(id, out _);
        return new JobDetail { JobId = id, Status = isDone ? "SUCCEEDED" : "RUNNING" };
    }

    private static JobRequest Request(int index) => new() { JobName = $"job-{index}", JobQueue = "hpc", JobDefinition = "md" };

    private static IEnumerable<JobRequest> Requests(int count) => Enumerable.Range(0, count).Select(Request);

    private JobSubmission Submission() => new(_service.Connection, _service.Reporter);

    private async Task<List<Job>> SubmitAsync(IEnumerable<JobRequest> requests, SubmitOptions options) =>
        await Submission().SubmitAsync(requests.ToAsyncEnumerable(), options, Cancel).ToListAsync(Cancel);
}
