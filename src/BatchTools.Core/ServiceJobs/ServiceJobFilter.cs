namespace BatchTools;

/// <summary>Which service jobs are asked for.</summary>
public sealed record ServiceJobFilter
{
    /// <summary>Ids or ARNs; then nothing else counts.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The queues, by name or ARN. Empty: all that have service environments.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>The states. Empty: all.</summary>
    public IReadOnlyList<ServiceJobStatus> Statuses { get; init; } = [];

    /// <summary>A name with * and ?; null: any.</summary>
    public string? JobName { get; init; }

    /// <summary>Submitted later than this; null: ever.</summary>
    public DateTime? After { get; init; }

    /// <summary>Submitted before this; null: ever.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Whether a job is asked for.</summary>
    public bool Matches(ServiceJob job) =>
        (Statuses.Count == 0 || Statuses.Contains(job.Status))
        && (JobName is null || new NamePattern(JobName).Matches(job.JobName))
        && (After is null || job.CreatedAt > After)
        && (Before is null || job.CreatedAt < Before);
}
