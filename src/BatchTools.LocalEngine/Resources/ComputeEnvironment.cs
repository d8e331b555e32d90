using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Resources;

/// <summary>A compute environment: what it is, and how much of it is in use.</summary>
internal sealed class ComputeEnvironment(long sequence, ComputeEnvironmentDetail detail, Machine machine)
{
    private ComputeEnvironmentDetail _detail = detail;
    private ResourceDemand? _limit;
    private IReadOnlyList<InstanceType>? _instanceTypes = EnvironmentLimits.InstanceTypes(detail);

    /// <summary>Orders resources by their creation.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The description, never changed in place.</summary>
    public ComputeEnvironmentDetail Detail
    {
        get => _detail;
        set => (_detail, _limit, _instanceTypes) = (value, null, EnvironmentLimits.InstanceTypes(value));
    }

    public string Name => Detail.ComputeEnvironmentName!;

    public string Arn => Detail.ComputeEnvironmentArn!;

    /// <summary>What jobs that are starting or running here have.</summary>
    public ResourceDemand Used { get; private set; }

    /// <summary>How much may be in use.</summary>
    public ResourceDemand Limit => _limit ??= EnvironmentLimits.Of(Detail, machine);

    public bool TakesJobs => Detail is { State: CEState.ENABLED, Status: CEStatus.VALID };

    /// <summary>Whether its capacity is AWS Fargate's.</summary>
    public bool IsFargate => Detail.ComputeResources?.Type is CRType.FARGATE or CRType.FARGATE_SPOT;

    /// <summary>The name of the ECS cluster that AWS would make for it.</summary>
    public string ClusterName => Detail.EcsClusterArn![(Detail.EcsClusterArn!.LastIndexOf('/') + 1)..];

    /// <summary>Whether a job of that size fits now, as far as this environment goes.</summary>
    /// <param name="demand">What the job needs.</param>
    /// <param name="withheldVcpus">The vCPUs that are kept free for others; they are no obstacle where nothing else is in use.</param>
    public bool HasRoomFor(ResourceDemand demand, decimal withheldVcpus = 0) =>
        TakesJobs
        && (Used + demand).FitsIn(Limit)
        && (Used.Vcpus == 0 || Used.Vcpus + demand.Vcpus <= Limit.Vcpus - withheldVcpus);

    /// <summary>Whether its jobs take of the machine's memory and GPUs.</summary>
    public bool NeedsMachine => !EnvironmentLimits.IsSimulated(Detail);

    /// <summary>Whether the machine has room for it too.</summary>
    public bool MachineHasRoomFor(ResourceDemand demand) => !NeedsMachine || machine.HasRoomFor(demand);

    /// <summary>Whether one of its instance types is large enough for a job; the types are those of the table where all are in it.</summary>
    public bool HasInstanceFor(ResourceDemand demand) =>
        _instanceTypes is null || _instanceTypes.Any(type => demand.FitsIn(new ResourceDemand(type.Vcpus, type.MemoryMiB, type.Gpus)));

    /// <summary>What it would start more of.</summary>
    public string InstanceTypeName => Detail.ComputeResources?.InstanceTypes?.FirstOrDefault() ?? "local";

    /// <summary>Gives a job its place.</summary>
    /// <param name="demand">What the job needs.</param>
    /// <param name="ofMachine">Whether it takes of the machine too.</param>
    public void Take(ResourceDemand demand, bool ofMachine)
    {
        Used += demand;
        if (ofMachine)
            machine.Used += demand;
    }

    /// <summary>Takes back what <see cref="Take"/> gave.</summary>
    public void Return(ResourceDemand demand, bool ofMachine)
    {
        Used -= demand;
        if (ofMachine)
            machine.Used -= demand;
    }

    /// <summary>The description with the vCPUs that are in use as the desired number, no less than the minimum.</summary>
    public ComputeEnvironmentDetail Describe()
    {
        if (IsFargate || Detail.ComputeResources is not { } resources)
            return Detail;
        var described = Detail.Clone();
        described.ComputeResources = resources.Clone();
        var wanted = Math.Max(resources.DesiredvCpus ?? 0, Math.Max(resources.MinvCpus ?? 0, (int)Math.Ceiling(Used.Vcpus)));
        described.ComputeResources.DesiredvCpus = Math.Min(wanted, resources.MaxvCpus ?? wanted);
        return described;
    }
}
