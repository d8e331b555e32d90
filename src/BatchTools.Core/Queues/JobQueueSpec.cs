namespace BatchTools;

/// <summary>A job queue to be created. What is null is left to the service.</summary>
public sealed record JobQueueSpec
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    public required string JobQueueName { get; init; }

    /// <summary>Its compute environments, by name or ARN, in the order in which they are tried; 1 to 3.</summary>
    public IReadOnlyList<string> ComputeEnvironments { get; init; } = [];

    /// <summary>Its priority against other queues of the same compute environments; higher goes first.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>Whether it takes new jobs.</summary>
    public ResourceState State { get; init; } = ResourceState.ENABLED;

    /// <summary>The ARN of its scheduling policy; null: first in, first out.</summary>
    public string? SchedulingPolicyArn { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Anything else that CreateJobQueue takes, in its own shape and words; what is set above wins.</summary>
    public IReadOnlyDictionary<string, object?> Overrides { get; init; } = new Dictionary<string, object?>();

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobQueueName;
}
