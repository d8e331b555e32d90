using Amazon.Runtime.Internal;

namespace BatchTools.Aws.Wire;

/// <summary>What the SDK's user agent and endpoint look-up want to know of a service.</summary>
/// <param name="serviceId">The service's id.</param>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    /// <inheritdoc/>
    public string ServiceId { get; } = serviceId;

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
