using BatchTools.LocalEngine.Api.Signing;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.LocalEngine.Api;

/// <summary>
/// Takes a request from the wire to the service that its signature names. An answer leaves only when all that it tells of is
/// on disk.
/// </summary>
internal sealed class EngineRouter(
    SignatureVerifier signatures, IReadOnlyDictionary<string, ServiceDoor> services, RequestFaults faults, Func<Task> whenDurableAsync)
{
    private const int MaximumBody = 1024 * 1024;

    public async Task<EngineResponse> HandleAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        var requestId = RequestScope.Begin();
        if (signatures.Verify(request, out var service) is { } fault)
        {
            // Services sign in ways of their own: a client of another one is told what matters to it.
            var claimed = Claimed(request);
            return Answer(claimed.Length == 0 || services.ContainsKey(claimed) ? Fail(request, claimed, new ServiceError(fault.Type, fault.Message, 403)) : NotOffered(request, claimed), requestId);
        }

        var mostBytes = service == "logs" ? LocalEngine.MaximumBodyBytes : MaximumBody;
        if (request.Body.Length > mostBytes)
            return Answer(Fail(request, service, new ServiceError("RequestEntityTooLarge", $"The body has {request.Body.Length} bytes; at most {mostBytes} are taken.", 413)), requestId);
        var met = faults.Next($"{service} {RequestFaults.Operation(request)}");
        if (met is RequestFault.Throttle or RequestFault.Error)
            return Answer(Fail(request, service, OnPurpose(service, met)), requestId);
        if (met == RequestFault.LostRequest)
            throw new LostReplyException();
        try
        {
            var reply = await DispatchAsync(service, ToServiceRequest(request), cancellationToken);
            await whenDurableAsync();
            return met == RequestFault.LostReply ? throw new LostReplyException() : Answer(reply, requestId);
        }
        catch (LocalEngineException e)
        {
            return Answer(Fail(request, service, new ServiceError("ServerException", e.Message, 500)), requestId);
        }
    }

    /// <summary>An answer to a request that is refused before it is looked at.</summary>
    public static EngineResponse Refuse(int status, string type, string message) =>
        Answer(ForeignService.Json(new ServiceError(type, message, status)), Guid.NewGuid().ToString());

    private Task<ServiceReply> DispatchAsync(string service, ServiceRequest request, CancellationToken cancellationToken) =>
        services.TryGetValue(service, out var door)
            ? door.DispatchAsync(request, cancellationToken)
            : Task.FromResult(NotOffered(request, service));

    private ServiceReply NotOffered(EngineRequest request, string service) => NotOffered(ToServiceRequest(request), service);

    private ServiceReply NotOffered(ServiceRequest request, string service) => ForeignService.Fail(
        request,
        service,
        new ServiceError("UnknownOperationException", $"The local engine does not offer the service '{Shortened.Text(service)}'; it has {string.Join(", ", services.Keys)}."));

    // In the form that the service's clients read.
    private ServiceReply Fail(EngineRequest request, string service, ServiceError error) =>
        services.TryGetValue(service, out var door) ? door.Fail(ToServiceRequest(request), error) : ForeignService.Fail(ToServiceRequest(request), service, error);

    // What a signature that is not right claims to be for: believed as far as the form of the refusal goes.
    private static string Claimed(EngineRequest request)
    {
        var header = request.Headers.FirstOrDefault(static pair => pair.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value;
        return header is not null && AuthorizationHeader.Parse(header) is { } claimed ? claimed.Service : "";
    }

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

    private static ServiceError OnPurpose(string service, RequestFault fault) => (service, fault) switch
    {
        ("batch", RequestFault.Throttle) => new("TooManyRequestsException", "Too Many Requests", 429),
        ("batch", _) => new("ServerException", "Internal server error", 500),
        ("ec2", RequestFault.Throttle) => new("RequestLimitExceeded", "Request limit exceeded.", 503),
        (_, RequestFault.Throttle) => new("ThrottlingException", "Rate exceeded"),
        _ => new("ServiceUnavailableException", "The service cannot complete the request.", 503),
    };

    private static EngineResponse Answer(ServiceReply reply, string requestId)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Type", reply.ContentType),
            new("x-amzn-RequestId", requestId),
        ];
        if (reply.ErrorType is { } type)
            headers.Add(new("x-amzn-ErrorType", type));
        // CBOR's clients take no answer without it.
        if (reply.ContentType == "application/cbor")
            headers.Add(new("smithy-protocol", "rpc-v2-cbor"));
        if (reply.QueryError is { } code)
            headers.Add(new("x-amzn-query-error", code + ";Sender"));
        return new EngineResponse(reply.Status, headers, reply.Body);
    }
}
