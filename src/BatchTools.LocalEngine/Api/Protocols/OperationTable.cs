namespace BatchTools.LocalEngine.Api;

/// <summary>The operations of a service, and the way from a request to one of them and back.</summary>
/// <typeparam name="TApi">The service's class.</typeparam>
/// <param name="protocol">The service's protocol.</param>
/// <param name="routes">The operations.</param>
internal sealed class OperationTable<TApi>(ServerProtocol protocol, IReadOnlyList<OperationRoute<TApi>> routes)
{
    private readonly Dictionary<string, OperationRoute<TApi>> _routes = routes.ToDictionary(route => route.Name, StringComparer.Ordinal);

    /// <summary>Carries out a request; a <see cref="ServiceError"/> becomes the reply that tells of it.</summary>
    public async Task<ServiceReply> DispatchAsync(TApi api, ServiceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var route = protocol.Find(request, _routes, out var labels);
            return await route.InvokeAsync(api, new(protocol, request, labels), cancellationToken);
        }
        catch (ServiceError error)
        {
            return protocol.Fail(error);
        }
    }
}
