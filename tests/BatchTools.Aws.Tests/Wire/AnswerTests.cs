using System.Text.Json;
using Amazon;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;

namespace BatchTools.Aws.Tests.Wire;

public sealed class AnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_description_is_read_with_all_its_kinds_of_members()
    {
        const string body = """
            {"jobs":[{"jobId":"j","jobName":"n","status":"RUNNING","createdAt":1700000000123,"isTerminated":false,
              "arrayProperties":{"statusSummary":{"RUNNING":2,"FAILED":0},"index":4},"dependsOn":[],"tags":{"a":"b"},
              "container":{"vcpus":2,"exitCode":137,"command":["a","b"]},"attempts":[{"startedAt":1}],"retryStrategy":null}]}
            """;
        using var batch = Clients.Batch(new(Answer.Ok(body)));

        var job = Assert.Single((await batch.DescribeJobsAsync(new() { Jobs = ["j"] }, Cancellation)).Jobs!);

        Assert.Same(JobStatus.RUNNING, job.Status);
        Assert.Equal(1700000000123, job.CreatedAt);
        Assert.False(job.IsTerminated);
        Assert.Equal(new Dictionary<string, int> { ["RUNNING"] = 2, ["FAILED"] = 0 }, job.ArrayProperties!.StatusSummary!);
        Assert.Equal(4, job.ArrayProperties.Index);
        Assert.Equal(["a", "b"], job.Container!.Command!);
        Assert.Equal(137, job.Container.ExitCode);
        Assert.Empty(job.DependsOn!);
        Assert.Equal(1, Assert.Single(job.Attempts!).StartedAt);
        Assert.Null(job.RetryStrategy);
        Assert.Null(job.Parameters);
    }

    [Fact]
    public async Task A_value_and_a_member_that_the_model_does_not_know_survive()
    {
        var handler = new RecordingHandler(
            Answer.Ok("""{"jobQueues":[{"jobQueueName":"q","status":"HIBERNATING","brandNew":{"a":[{}]},"priority":3}]}"""), Answer.Ok("{}"));
        using var batch = Clients.Batch(handler);

        var queue = Assert.Single((await batch.DescribeJobQueuesAsync(new(), Cancellation)).JobQueues!);
        await batch.ListJobsAsync(new() { JobQueue = "q", JobStatus = queue.Status!.Value }, Cancellation);

        Assert.Equal("HIBERNATING", queue.Status.Value);
        Assert.Equal(3, queue.Priority);
        Assert.Equal("""{"jobQueue":"q","jobStatus":"HIBERNATING"}""", handler.Sent[1].Body);
    }

    [Fact]
    public async Task Milliseconds_of_log_events_are_shown_as_utc_times()
    {
        using var logs = Clients.Logs(new(Answer.Ok("""{"events":[{"timestamp":1700000000123,"ingestionTime":1700000000999,"message":"m"}],"nextForwardToken":"f/1"}""")));

        var answer = await logs.GetLogEventsAsync(new() { LogStreamName = "s" }, Cancellation);

        var line = Assert.Single(answer.Events!);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, 123, DateTimeKind.Utc), line.Timestamp);
        Assert.Equal(DateTimeKind.Utc, line.Timestamp!.Value.Kind);
        Assert.Equal("f/1", answer.NextForwardToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(" {\"new\":1} ")]
    public async Task An_answer_without_members_is_an_answer(string body)
    {
        using var batch = Clients.Batch(new(Answer.Ok(body)));

        var answer = await batch.CancelJobAsync(new() { JobId = "j", Reason = "r" }, Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.HttpStatusCode);
    }

    [Theory]
    [InlineData("<html>a proxy's page</html>")]
    [InlineData("""{"jobs":{}}""")]
    [InlineData("""{"jobs":[{"createdAt":"yesterday"}]}""")]
    public async Task An_answer_that_cannot_be_read_is_an_error_that_shows_it(string body)
    {
        using var batch = Clients.Batch(new(Answer.Ok(body)), config => config.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => batch.DescribeJobsAsync(new(), Cancellation));

        Assert.IsAssignableFrom<JsonException>(error.InnerException);
    }

    [Fact]
    public void Collections_are_null_until_set_unless_the_host_asks_otherwise()
    {
        Assert.False(AWSConfigs.InitializeCollections);
        Assert.Null(new SubmitJobRequest().DependsOn);
        Assert.Null(new SubmitJobRequest().Parameters);
    }

    [Fact]
    public void Enums_are_open_and_compare_by_their_text()
    {
        JobStatus? none = (string?)null;
        JobStatus known = "SUCCEEDED";
        JobStatus other = "PAUSED";

        Assert.Null(none);
        Assert.Same(JobStatus.SUCCEEDED, known);
        Assert.Equal("PAUSED", other.Value);
        Assert.Equal(JobStatus.FindValue("PAUSED"), other);
        Assert.Equal("json-file", LogDriver.JsonFile.Value);
        Assert.Equal("LastEventTime", OrderBy.LastEventTime.Value);
        Assert.IsAssignableFrom<ConstantClass>(ArrayJobDependency.N_TO_N);
    }
}
