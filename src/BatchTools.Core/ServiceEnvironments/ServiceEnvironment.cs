namespace BatchTools;

/// <summary>A service environment, in which another service of AWS runs jobs, as it was when it was looked at.</summary>
public sealed class ServiceEnvironment : ILiving
{
    /// <summary>The name.</summary>
    public required string ServiceEnvironmentName { get; init; }

    /// <summary>The ARN.</summary>
    public string ServiceEnvironmentArn { get; init; } = "";

    /// <summary>The service and what it runs: SAGEMAKER_TRAINING.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether it takes new work.</summary>
    public ResourceState State { get; init; }

    /// <summary>Its condition.</summary>
    public ResourceStatus Status { get; init; }

    /// <summary>How much it may use, by unit: NUM_INSTANCES.</summary>
    public IReadOnlyDictionary<string, int> CapacityLimits { get; init; } = new Dictionary<string, int>();

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    string IDescribed.Arn => ServiceEnvironmentArn;

    string ILiving.Name => ServiceEnvironmentName;

    string? ILiving.StatusReason => null;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => ServiceEnvironmentName;
}
