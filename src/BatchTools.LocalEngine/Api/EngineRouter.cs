using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Api.CloudWatchLogs;
using BatchTools.LocalEngine.Api.Signing;
using BatchTools.LocalEngine.Api.Sts;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.LocalEngine.Api;

/// <summary>
/// Takes a request from the wire to the service that its signature names. An answer leaves only when all that it tells of is
/// on disk.
/// </summary>
internal sealed class EngineRouter(SignatureVerifier signatures, BatchApi batch, CloudWatchLogsApi logs, RequestFaults faults, Func<Task> whenDurableAsync)
{
    private const string Json = "application/json";
    private const int MaximumBody = 1024 * 1024;

    public async Task<EngineResponse> HandleAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        var requestId = RequestScope.Begin();
        if (signatures.Verify(request, out var service) is { } fault)
            return Answer(Fail(403, fault.Type, fault.Message), requestId);
        var mostBytes = service == "logs" ? LocalEngine.MaximumBodyBytes : MaximumBody;
        if (request.Body.Length > mostBytes)
            return Answer(Fail(413, "RequestEntityTooLarge", $"The body has {request.Body.Length} bytes; at most {mostBytes} are taken."), requestId);
        var met = faults.Next($"{service} {RequestFaults.Operation(request)}");
        if (met is RequestFault.Throttle or RequestFault.Error)
            return Answer(FailOnPurpose(service, met), requestId);
        try
        {
            var reply = await DispatchAsync(service, ToServiceRequest(request), cancellationToken);
            await whenDurableAsync();
            return met == RequestFault.LostReply ? throw new LostReplyException() : Answer(reply, requestId);
        }
        catch (LocalEngineException e)
        {
            return Answer(Fail(500, "ServerException", e.Message), requestId);
        }
    }

    /// <summary>An answer to a request that is refused before it is looked at.</summary>
    public static EngineResponse Refuse(int status, string type, string message) => Answer(Fail(status, type, message), Guid.NewGuid().ToString());

    private Task<ServiceReply> DispatchAsync(string service, ServiceRequest request, CancellationToken cancellationToken) => service switch
    {
        "batch" => BatchProtocol.DispatchAsync(batch, request, cancellationToken),
        "logs" => CloudWatchLogsProtocol.DispatchAsync(logs, request, cancellationToken),
        "sts" => Task.FromResult(StsApi.Answer(request)),
        _ => Task.FromResult(Fail(
            400, "UnknownOperationException", $"The local engine does not offer the service '{Shortened.Text(service)}'; it has batch, logs and sts.")),
    };

    private static ServiceRequest ToServiceRequest(EngineRequest request)
    {
        var question = request.Target.IndexOf('?');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Headers)
            headers.TryAdd(name, value);
        return new ServiceRequest(
            request.Method,
            question < 0 ? request.Target : request.Target[..question],
            question < 0 ? "" : request.Target[(question + 1)..],
            headers,
            request.Body);
    }

    private static ServiceReply FailOnPurpose(string service, RequestFault fault) => (service, fault) switch
    {
        ("batch", RequestFault.Throttle) => Fail(429, "TooManyRequestsException", "Too Many Requests"),
        ("batch", _) => Fail(500, "ServerException", "Internal server error"),
        (_, RequestFault.Throttle) => Fail(400, "ThrottlingException", "Rate exceeded"),
        _ => Fail(503, "ServiceUnavailableException", "The service cannot complete the request."),
    };

    private static ServiceReply Fail(int status, string type, string message)
    {
        // Both JSON protocols read one of these: rest-json the header, json the member __type.
        var body = OperationCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("__type"u8, type);
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
        });
        return new ServiceReply(status, Json, body, type);
    }

    private static EngineResponse Answer(ServiceReply reply, string requestId)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Type", reply.ContentType),
            new("x-amzn-RequestId", requestId),
        ];
        if (reply.ErrorType is { } type)
            headers.Add(new("x-amzn-ErrorType", type));
        return new EngineResponse(reply.Status, headers, reply.Body);
    }
}
