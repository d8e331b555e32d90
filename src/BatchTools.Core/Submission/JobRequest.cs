namespace BatchTools;

/// <summary>A job to be submitted. What is null is left to the job definition.</summary>
public sealed record JobRequest
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    public required string JobName { get; init; }

    /// <summary>The queue, by name or ARN.</summary>
    public string JobQueue { get; init; } = "";

    /// <summary>The job definition: name (its latest active revision), name:revision or ARN.</summary>
    public string JobDefinition { get; init; } = "";

    /// <summary>The values for <c>Ref::name</c> in the command, over the definition's own.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment variables, over the definition's own of the same names.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The command in place of the definition's, one entry an argument.</summary>
    public IReadOnlyList<string>? Command { get; init => field = value is null ? null : Indexable.Of(value); }

    /// <summary>The vCPUs.</summary>
    public decimal? Vcpu { get; init; }

    /// <summary>The memory, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>The GPUs.</summary>
    public int? Gpu { get; init; }

    /// <summary>Makes it an array job of that many children, 2 to 10,000.</summary>
    public int? ArraySize { get; init; }

    /// <summary>How often the job is tried, 1 to 10.</summary>
    public int? Attempts { get; init; }

    /// <summary>How long an attempt may run; at least a minute.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The jobs that must succeed first, by id or ARN; at most 20.</summary>
    public IReadOnlyList<string> DependsOn { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The share that the job counts for, on a queue with fair-share scheduling.</summary>
    public string? ShareIdentifier { get; init; }

    /// <summary>The priority within the share, 0 to 9,999.</summary>
    public int? SchedulingPriority { get; init; }

    /// <summary>Whether the tags go on to the ECS task.</summary>
    public bool? PropagateTags { get; init; }

    /// <summary>
    /// Anything else that SubmitJob takes, in its own shape and words (such as nodeOverrides); what is set above wins.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Overrides { get; init; } = new Dictionary<string, object?>();

    /// <summary>Gives the name of the job.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobName;
}
