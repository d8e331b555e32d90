using System.Text.Json.Nodes;
using Amazon.Batch;

namespace BatchTools.Aws.Tests.Wire;

public sealed class RequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_is_a_post_of_its_members_in_json()
    {
        var handler = new RecordingHandler(Answer.Ok("""{"jobArn":"arn:aws:batch:eu-west-1:1:job/j","jobId":"j","jobName":"n"}"""));
        using var batch = Clients.Batch(handler);

        var response = await batch.SubmitJobAsync(
            new()
            {
                JobName = "größe <1>",
                JobQueue = "q",
                JobDefinition = "d:1",
                ArrayProperties = new() { Size = 3 },
                DependsOn = [new() { JobId = "a", Type = ArrayJobDependency.N_TO_N }],
                Parameters = new() { ["in"] = "s3://b/k" },
                ContainerOverrides = new() { Environment = [new() { Name = "A", Value = "" }], Command = [] },
                PropagateTags = false,
            },
            Cancellation);

        Assert.Equal("j", response.JobId);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        var sent = Assert.Single(handler.Sent);
        Assert.Equal(("POST", "https://batch.eu-west-1.amazonaws.com/v1/submitjob"), (sent.Method, sent.Url));
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        var expected = """
            {"arrayProperties":{"size":3},"containerOverrides":{"command":[],"environment":[{"name":"A","value":""}]},
             "dependsOn":[{"jobId":"a","type":"N_TO_N"}],"jobDefinition":"d:1","jobName":"größe <1>","jobQueue":"q",
             "parameters":{"in":"s3://b/k"},"propagateTags":false}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(sent.Body!)), sent.Body);
        Assert.Contains("größe <1>", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tagged_resource_is_a_percent_encoded_part_of_the_path()
    {
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler);
        const string arn = "arn:aws:batch:eu-west-1:123456789012:job-queue/q 1";
        const string path = "https://batch.eu-west-1.amazonaws.com/v1/tags/arn%3Aaws%3Abatch%3Aeu-west-1%3A123456789012%3Ajob-queue%2Fq%201";

        await batch.ListTagsForResourceAsync(new() { ResourceArn = arn }, Cancellation);
        await batch.TagResourceAsync(new() { ResourceArn = arn, Tags = new() { ["k"] = "v" } }, Cancellation);
        await batch.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["a b", "c&d", "e"] }, Cancellation);

        Assert.Equal(
            [("GET", path, null), ("POST", path, """{"tags":{"k":"v"}}"""), ("DELETE", path + "?tagKeys=a%20b&tagKeys=c%26d&tagKeys=e", null)],
            handler.Sent.Select(sent => (sent.Method, sent.Url, sent.Body)));
    }

    [Fact]
    public async Task A_missing_part_of_the_path_is_refused_before_anything_is_sent()
    {
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler);

        var error = await Assert.ThrowsAsync<AmazonBatchException>(() => batch.ListTagsForResourceAsync(new(), Cancellation));

        Assert.Contains("resourceArn", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task An_operation_of_the_json_protocol_is_named_in_a_header()
    {
        var handler = new RecordingHandler(Answer.Ok("""{"nextSequenceToken":"t"}"""));
        using var logs = Clients.Logs(handler);
        var time = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);

        await logs.PutLogEventsAsync(
            new() { LogGroupName = "g", LogStreamName = "s", LogEvents = [new() { Message = "m", Timestamp = time }] }, Cancellation);

        var sent = Assert.Single(handler.Sent);
        Assert.Equal(("POST", "https://logs.eu-west-1.amazonaws.com/"), (sent.Method, sent.Url));
        Assert.Equal("Logs_20140328.PutLogEvents", sent.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", sent.Headers["Content-Type"]);
        Assert.Equal(
            $$"""{"logEvents":[{"message":"m","timestamp":{{new DateTimeOffset(time).ToUnixTimeMilliseconds()}}}],"logGroupName":"g","logStreamName":"s"}""",
            sent.Body);
    }

    [Fact]
    public async Task A_local_time_is_sent_as_the_moment_it_names()
    {
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var logs = Clients.Logs(handler);
        var utc = new DateTime(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

        await logs.GetLogEventsAsync(new() { LogStreamName = "s", StartTime = utc.ToLocalTime(), EndTime = utc }, Cancellation);

        var body = JsonNode.Parse(handler.Sent[0].Body!)!;
        Assert.Equal(1780315200000, body["startTime"]!.GetValue<long>());
        Assert.Equal(1780315200000, body["endTime"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_idempotency_token_is_made_up_where_the_caller_gave_none()
    {
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler);

        await batch.UpdateConsumableResourceAsync(new() { ConsumableResource = "r" }, Cancellation);
        await batch.UpdateConsumableResourceAsync(new() { ConsumableResource = "r", ClientToken = "mine" }, Cancellation);

        var tokens = handler.Sent.Select(sent => JsonNode.Parse(sent.Body!)!["clientToken"]!.GetValue<string>()).ToList();
        Assert.True(Guid.TryParse(tokens[0], out _));
        Assert.Equal("mine", tokens[1]);
    }

    [Fact]
    public async Task A_request_is_signed_for_its_service_and_region()
    {
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler);
        using var logs = Clients.Logs(handler);

        await batch.DescribeJobQueuesAsync(new(), Cancellation);
        await logs.DescribeLogGroupsAsync(new(), Cancellation);

        Assert.Matches(@"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/eu-west-1/batch/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$", handler.Sent[0].Headers["Authorization"]);
        Assert.Contains("/eu-west-1/logs/aws4_request", handler.Sent[1].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("x-amz-target", handler.Sent[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.ListJobsAsync(new(), source.Token));
    }
}
