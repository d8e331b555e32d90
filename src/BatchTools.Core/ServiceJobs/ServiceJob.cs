namespace BatchTools;

/// <summary>A job that another service of AWS runs, such as a training job of SageMaker AI, as it was when it was looked at.</summary>
public sealed class ServiceJob : IDescribed
{
    /// <summary>The id.</summary>
    public required string JobId { get; init; }

    /// <summary>The ARN.</summary>
    public string JobArn { get; init; } = "";

    /// <summary>The name.</summary>
    public string JobName { get; init; } = "";

    /// <summary>The name of the queue.</summary>
    public string JobQueue { get; init; } = "";

    /// <summary>The service and what it runs: SAGEMAKER_TRAINING.</summary>
    public string Type { get; init; } = "";

    /// <summary>The state.</summary>
    public ServiceJobStatus Status { get; init; }

    /// <summary>Why it is in its state, in the service's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>When it was handed to the service.</summary>
    public DateTime? ScheduledAt { get; init; }

    /// <summary>When it began to run; null: not yet.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it ended; null: not yet.</summary>
    public DateTime? StoppedAt { get; init; }

    /// <summary>The priority within its share.</summary>
    public int? SchedulingPriority { get; init; }

    /// <summary>The share that it counts for, on a queue with fair-share scheduling.</summary>
    public string? ShareIdentifier { get; init; }

    /// <summary>The quota share that it counts for.</summary>
    public string? QuotaShareName { get; init; }

    /// <summary>How long an attempt may run; null: without limit, or not told.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What the service was asked for, as JSON; null where the job was listed, and not asked for by id.</summary>
    public string? ServiceRequestPayload { get; init; }

    /// <summary>The ARN or name of what the service made for its latest attempt.</summary>
    public string? ServiceResourceId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    string IDescribed.Arn => JobArn;

    /// <summary>Gives the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => JobId;
}
