namespace BatchTools.LocalEngine.Api;

/// <summary>The operations of a service, and the way from a request to one of them and back.</summary>
/// <typeparam name="TApi">The service's class.</typeparam>
/// <param name="protocols">The protocols that the service speaks.</param>
/// <param name="routes">The operations.</param>
internal sealed class OperationTable<TApi>(IReadOnlyList<ServerProtocol> protocols, IReadOnlyList<OperationRoute<TApi>> routes)
{
    private readonly Dictionary<string, OperationRoute<TApi>> _routes = routes.ToDictionary(route => route.Name, StringComparer.Ordinal);

    /// <summary>Carries out a request; a <see cref="ServiceError"/> becomes the reply that tells of it.</summary>
    public async Task<ServiceReply> DispatchAsync(TApi api, ServiceRequest request, CancellationToken cancellationToken)
    {
        var protocol = Protocol(request);
        try
        {
            request = ContentEncoding.Decode(request);
            var route = protocol.Find(request, _routes, out var labels);
            return await route.InvokeAsync(api, new(protocol, request, route.Name, labels), cancellationToken);
        }
        catch (ServiceError error)
        {
            return protocol.Fail(error);
        }
    }

    /// <summary>The reply that tells of an error that was found before the request was read.</summary>
    public ServiceReply Fail(ServiceRequest request, ServiceError error) => Protocol(request).Fail(error);

    // A request that is of none is told so in the one that AWS's clients prefer.
    private ServerProtocol Protocol(ServiceRequest request) => protocols.FirstOrDefault(protocol => protocol.Speaks(request)) ?? protocols[0];
}
