using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A compute environment: what it is, and how much of it is in use.</summary>
internal sealed class ComputeEnvironment(long sequence, ComputeEnvironmentDetail detail, int processors)
{
    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, never changed in place.</summary>
    public ComputeEnvironmentDetail Detail { get; set; } = detail;

    public string Name => Detail.ComputeEnvironmentName!;

    public string Arn => Detail.ComputeEnvironmentArn!;

    /// <summary>The vCPUs of jobs that are starting or running here.</summary>
    public decimal UsedVcpus { get; set; }

    /// <summary>How many vCPUs may be in use; an unmanaged environment that names no number has this machine's.</summary>
    public decimal MaxVcpus => Detail.ComputeResources?.MaxvCpus ?? Detail.UnmanagedvCpus ?? processors;

    public bool TakesJobs => Detail is { State: CEState.ENABLED, Status: CEStatus.VALID };

    /// <summary>The name of the ECS cluster that AWS would make for it.</summary>
    public string ClusterName => Detail.EcsClusterArn![(Detail.EcsClusterArn!.LastIndexOf('/') + 1)..];

    /// <summary>Whether a job of that size fits now.</summary>
    public bool HasRoomFor(decimal vcpus) => TakesJobs && UsedVcpus + vcpus <= MaxVcpus;

    /// <summary>The description with the vCPUs that are in use as the desired number, no less than the minimum.</summary>
    public ComputeEnvironmentDetail Describe()
    {
        if (Detail.ComputeResources is not { } resources)
            return Detail;
        var described = Detail.Clone();
        described.ComputeResources = resources.Clone();
        var wanted = Math.Max(resources.DesiredvCpus ?? 0, Math.Max(resources.MinvCpus ?? 0, (int)Math.Ceiling(UsedVcpus)));
        described.ComputeResources.DesiredvCpus = Math.Min(wanted, resources.MaxvCpus ?? wanted);
        return described;
    }
}
