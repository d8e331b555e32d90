namespace BatchTools;

/// <summary>A job queue as it was when it was looked at.</summary>
public sealed class JobQueue : ILiving
{
    /// <summary>The name.</summary>
    public required string JobQueueName { get; init; }

    /// <summary>The ARN.</summary>
    public string JobQueueArn { get; init; } = "";

    /// <summary>Whether it takes new jobs.</summary>
    public ResourceState State { get; init; }

    /// <summary>Its condition.</summary>
    public ResourceStatus Status { get; init; }

    /// <summary>Why it is in its condition, in the service's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Its priority against other queues of the same compute environments; higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>The names of its compute environments, in the order in which they are tried.</summary>
    public IReadOnlyList<string> ComputeEnvironments { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The ARN of its scheduling policy; null: first in, first out.</summary>
    public string? SchedulingPolicyArn { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    string ILiving.Name => JobQueueName;

    string IDescribed.Arn => JobQueueArn;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobQueueName;
}
