namespace BatchTools;

/// <summary>The capacity of a compute environment that a queue uses.</summary>
public sealed record EnvironmentMeasure
{
    /// <summary>The name.</summary>
    public required string ComputeEnvironmentName { get; init; }

    /// <summary>What its capacity is made of.</summary>
    public ComputeResourceType ResourceType { get; init; }

    /// <summary>Whether it takes new work.</summary>
    public ResourceState State { get; init; }

    /// <summary>Its condition.</summary>
    public ResourceStatus Status { get; init; }

    /// <summary>The vCPUs that it keeps even when idle.</summary>
    public int? MinVcpus { get; init; }

    /// <summary>The vCPUs that it has, or is growing or shrinking to; null where AWS Batch does not tell, as for Fargate.</summary>
    public int? DesiredVcpus { get; init; }

    /// <summary>The vCPUs that it grows to at most.</summary>
    public int? MaxVcpus { get; init; }

    /// <summary>The vCPUs that it can still grow by; 0 where it takes no work; null where they are not known.</summary>
    public int? AvailableVcpus =>
        State == ResourceState.DISABLED || Status == ResourceStatus.INVALID ? 0 : MaxVcpus is { } most && DesiredVcpus is { } now ? Math.Max(0, most - now) : null;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => ComputeEnvironmentName;
}
