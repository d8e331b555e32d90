namespace BatchTools.LocalEngine.Api;

/// <summary>The way into a service.</summary>
/// <param name="DispatchAsync">Carries out a request.</param>
/// <param name="Fail">The reply that tells of an error, in a form that the service's clients read.</param>
internal sealed record ServiceDoor(
    Func<ServiceRequest, CancellationToken, Task<ServiceReply>> DispatchAsync,
    Func<ServiceRequest, ServiceError, ServiceReply> Fail);
