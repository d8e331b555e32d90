namespace BatchTools;

/// <summary>A job definition to be registered. What is null is left to the service.</summary>
public sealed record JobDefinitionSpec
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    public required string JobDefinitionName { get; init; }

    /// <summary>The type: container or multinode.</summary>
    public string Type { get; init; } = "container";

    /// <summary>The container image.</summary>
    public string? Image { get; init; }

    /// <summary>The command, one entry an argument; <c>Ref::name</c> stands for a parameter.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The vCPUs of a job.</summary>
    public decimal? Vcpu { get; init; }

    /// <summary>The memory of a job, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>The GPUs of a job.</summary>
    public int? Gpu { get; init; }

    /// <summary>The parameters' default values.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The environment variables of a job.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>How often a job is tried, 1 to 10.</summary>
    public int? Attempts { get; init; }

    /// <summary>How long an attempt may run; at least a minute.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where its jobs can run: EC2 or FARGATE.</summary>
    public IReadOnlyList<string>? PlatformCapabilities { get; init; }

    /// <summary>The role that a job acts in.</summary>
    public string? JobRoleArn { get; init; }

    /// <summary>The role that starts the container.</summary>
    public string? ExecutionRoleArn { get; init; }

    /// <summary>The priority of a job within its share, 0 to 9,999.</summary>
    public int? SchedulingPriority { get; init; }

    /// <summary>Whether the tags go on to the ECS task.</summary>
    public bool? PropagateTags { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>
    /// Anything else that RegisterJobDefinition takes, in its own shape and words; what is set above wins.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Overrides { get; init; } = new Dictionary<string, object?>();

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobDefinitionName;
}
