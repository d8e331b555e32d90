using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A service environment: kept and described, though nothing here runs its jobs.</summary>
internal sealed class ServiceEnvironment(long sequence, ServiceEnvironmentDetail detail)
{
    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, never changed in place.</summary>
    public ServiceEnvironmentDetail Detail { get; set; } = detail;

    public string Name => Detail.ServiceEnvironmentName!;

    public string Arn => Detail.ServiceEnvironmentArn!;
}
