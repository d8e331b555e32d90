namespace BatchTools;

/// <summary>A revision of a job definition as it was when it was looked at.</summary>
public sealed class JobDefinition : IDescribed
{
    /// <summary>The name.</summary>
    public required string JobDefinitionName { get; init; }

    /// <summary>The revision, from 1.</summary>
    public int Revision { get; init; }

    /// <summary>The ARN, which includes the revision.</summary>
    public string JobDefinitionArn { get; init; } = "";

    /// <summary>The type: container or multinode.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether jobs can be submitted with it.</summary>
    public JobDefinitionStatus Status { get; init; }

    /// <summary>The container image.</summary>
    public string? Image { get; init; }

    /// <summary>The command, one entry an argument; <c>Ref::name</c> stands for a parameter.</summary>
    public IReadOnlyList<string> Command { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The vCPUs of a job.</summary>
    public decimal? Vcpu { get; init; }

    /// <summary>The memory of a job, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>The GPUs of a job.</summary>
    public int? Gpu { get; init; }

    /// <summary>The parameters' default values.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment variables of a job.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How often a job is tried; null: once.</summary>
    public int? Attempts { get; init; }

    /// <summary>How long an attempt may run; null: without limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where its jobs can run: EC2 or FARGATE.</summary>
    public IReadOnlyList<string> PlatformCapabilities { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The role that a job acts in.</summary>
    public string? JobRoleArn { get; init; }

    /// <summary>The role that starts the container.</summary>
    public string? ExecutionRoleArn { get; init; }

    /// <summary>The priority of a job within its share.</summary>
    public int? SchedulingPriority { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    /// <summary>The service's description.</summary>
    internal Amazon.Batch.Model.JobDefinition? Source { get; init; }

    string IDescribed.Arn => JobDefinitionArn;

    /// <summary>Gives name:revision.</summary>
    /// <returns>The name and the revision.</returns>
    public override string ToString() => $"{JobDefinitionName}:{Revision}";
}
