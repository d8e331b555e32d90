namespace BatchTools;

/// <summary>A compute environment as it was when it was looked at.</summary>
public sealed class ComputeEnvironment : ILiving
{
    /// <summary>The name.</summary>
    public required string ComputeEnvironmentName { get; init; }

    /// <summary>The ARN.</summary>
    public string ComputeEnvironmentArn { get; init; } = "";

    /// <summary>Who looks after its capacity.</summary>
    public ComputeEnvironmentType Type { get; init; }

    /// <summary>Whether it takes new work.</summary>
    public ResourceState State { get; init; }

    /// <summary>Its condition.</summary>
    public ResourceStatus Status { get; init; }

    /// <summary>Why it is in its condition, in the service's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>What its capacity is made of.</summary>
    public ComputeResourceType ResourceType { get; init; }

    /// <summary>The vCPUs that it keeps even when idle.</summary>
    public int? MinVcpus { get; init; }

    /// <summary>The vCPUs that it grows to at most.</summary>
    public int? MaxVcpus { get; init; }

    /// <summary>The vCPUs that it has, or is growing or shrinking to.</summary>
    public int? DesiredVcpus { get; init; }

    /// <summary>The instance types that it may use.</summary>
    public IReadOnlyList<string> InstanceTypes { get; init => field = Indexable.Of(value); } = [];

    /// <summary>How it chooses among the instance types.</summary>
    public string? AllocationStrategy { get; init; }

    /// <summary>The subnets that it starts capacity in.</summary>
    public IReadOnlyList<string> Subnets { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The ARN of the service role.</summary>
    public string? ServiceRole { get; init; }

    /// <summary>The ARN of the ECS cluster behind it.</summary>
    public string? EcsClusterArn { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    string ILiving.Name => ComputeEnvironmentName;

    string IDescribed.Arn => ComputeEnvironmentArn;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => ComputeEnvironmentName;
}
