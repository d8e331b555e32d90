using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Batch;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Api.CloudWatchLogs;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Whatever the client can say the engine understands, and the other way round, for every operation.</summary>
public sealed class BothSidesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> BatchOperations => [.. Operations(typeof(IAmazonBatch))];

    public static TheoryData<string> LogsOperations => [.. Operations(typeof(IAmazonCloudWatchLogs))];

    [Theory, MemberData(nameof(BatchOperations))]
    public Task A_full_batch_request_reaches_its_operation_whole(string operation) =>
        AssertUnderstoodAsync(Batch, typeof(SubmitJobRequest).Namespace!, operation, request => BatchProtocol.DispatchAsync(new NoBatch(), request, Cancellation));

    [Theory, MemberData(nameof(LogsOperations))]
    public Task A_full_logs_request_reaches_its_operation_whole(string operation) =>
        AssertUnderstoodAsync(Logs, typeof(PutLogEventsRequest).Namespace!, operation, request => CloudWatchLogsProtocol.DispatchAsync(new NoLogs(), request, Cancellation));

    [Theory, MemberData(nameof(BatchOperations))]
    public Task A_full_batch_answer_reaches_the_client_whole(string operation) => AssertAnsweredAsync(Batch, typeof(SubmitJobRequest).Namespace!, operation);

    [Theory, MemberData(nameof(LogsOperations))]
    public Task A_full_logs_answer_reaches_the_client_whole(string operation) => AssertAnsweredAsync(Logs, typeof(PutLogEventsRequest).Namespace!, operation);

    private static async Task AssertUnderstoodAsync(
        Func<HttpClientFactory, AmazonServiceClient> connect, string space, string operation, Func<ServiceRequest, Task<ServiceReply>> dispatch)
    {
        ServiceRequest? sent = null;
        var client = connect(new DispatchingHandler(request => dispatch(sent = request)).Factory());

        var (method, request) = Call(client, operation);
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => (Task)method.Invoke(client, [request, Cancellation])!);

        Assert.Equal($"The local engine does not offer {operation}.", error.Message);
        var understood = sent!.Body.IsEmpty ? new JsonObject() : Reread(space, operation + "Request", sent.Body.ToArray());
        var expected = (JsonObject)PlainJson.Of(request)!;
        foreach (var outsideTheBody in operation is "TagResource" or "UntagResource" or "ListTagsForResource" ? new[] { "resourceArn", "tagKeys" } : [])
            expected.Remove(outsideTheBody);
        AssertSame(expected, understood);
    }

    private static async Task AssertAnsweredAsync(Func<HttpClientFactory, AmazonServiceClient> connect, string space, string operation)
    {
        var type = Server(space, operation + "Response");
        var answer = new Filler().Fill(type);
        var write = type.GetMethod("Write", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Action<Utf8JsonWriter>>(answer);
        var reply = new ServiceReply(200, "application/json", OperationCall.Json(write));
        var client = connect(new DispatchingHandler(_ => Task.FromResult(reply)).Factory());

        var (method, request) = Call(client, operation);
        var task = (Task)method.Invoke(client, [request, Cancellation])!;
        await task;
        var response = task.GetType().GetProperty("Result")!.GetValue(task);

        AssertSame(PlainJson.Of(answer), PlainJson.Of(response));
    }

    private static (MethodInfo Method, object Request) Call(AmazonServiceClient client, string operation)
    {
        var method = client.GetType().GetMethod(operation + "Async")!;
        return (method, new Filler().Fill(method.GetParameters()[0].ParameterType));
    }

    private static JsonNode Reread(string space, string name, byte[] body) =>
        (JsonNode)typeof(BothSidesTests).GetMethod(nameof(RereadAs), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(Server(space, name)).Invoke(null, [body])!;

    private static JsonNode RereadAs<T>(byte[] body)
    {
        var read = typeof(T).GetMethod("Read", BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<ReadValue<T>>();
        var value = WireReader.ReadBody(body, read);
        var write = typeof(T).GetMethod("Write", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Action<Utf8JsonWriter>>(value);
        return JsonNode.Parse(OperationCall.Json(write).Span)!;
    }

    private static Type Server(string space, string name) => typeof(BatchApi).Assembly.GetType(space + "." + name, throwOnError: true)!;

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}\nbut got {actual?.ToJsonString()}");

    private static IEnumerable<string> Operations(Type client) =>
        client.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(method => method.Name[..^"Async".Length]);

    private static AmazonBatchClient Batch(HttpClientFactory factory) =>
        new(new BasicAWSCredentials("a", "s"), new AmazonBatchConfig { ServiceURL = "http://local.batchtools", HttpClientFactory = factory });

    private static AmazonCloudWatchLogsClient Logs(HttpClientFactory factory) =>
        new(new BasicAWSCredentials("a", "s"), new AmazonCloudWatchLogsConfig { ServiceURL = "http://local.batchtools", HttpClientFactory = factory });

    private sealed class NoBatch : BatchApi;

    private sealed class NoLogs : CloudWatchLogsApi;
}
