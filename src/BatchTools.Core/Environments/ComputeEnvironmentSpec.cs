namespace BatchTools;

/// <summary>A compute environment to be created. What is null is left to the service.</summary>
public sealed record ComputeEnvironmentSpec
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    public required string ComputeEnvironmentName { get; init; }

    /// <summary>Who looks after its capacity.</summary>
    public ComputeEnvironmentType Type { get; init; } = ComputeEnvironmentType.MANAGED;

    /// <summary>Whether it takes new work.</summary>
    public ResourceState State { get; init; } = ResourceState.ENABLED;

    /// <summary>What its capacity is made of; of a managed environment.</summary>
    public ComputeResourceType? ResourceType { get; init; }

    /// <summary>The vCPUs that it keeps even when idle.</summary>
    public int? MinVcpus { get; init; }

    /// <summary>The vCPUs that it grows to at most; needed by a managed environment.</summary>
    public int? MaxVcpus { get; init; }

    /// <summary>The vCPUs that it begins with.</summary>
    public int? DesiredVcpus { get; init; }

    /// <summary>The instance types that it may use, such as c7g.large, a family, or optimal.</summary>
    public IReadOnlyList<string>? InstanceTypes { get; init; }

    /// <summary>How it chooses among the instance types, such as BEST_FIT_PROGRESSIVE.</summary>
    public string? AllocationStrategy { get; init; }

    /// <summary>The subnets that it starts capacity in.</summary>
    public IReadOnlyList<string>? Subnets { get; init; }

    /// <summary>The security groups of its capacity.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>The instance profile of its EC2 instances.</summary>
    public string? InstanceRole { get; init; }

    /// <summary>The role that AWS Batch acts in.</summary>
    public string? ServiceRole { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>
    /// Anything else that CreateComputeEnvironment takes, in its own shape and words; what is set above wins.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Overrides { get; init; } = new Dictionary<string, object?>();

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => ComputeEnvironmentName;
}
