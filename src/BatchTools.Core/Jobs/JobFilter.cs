namespace BatchTools;

/// <summary>Which jobs are asked for. Conditions that are set must all hold; names may hold * and ?.</summary>
public sealed record JobFilter
{
    /// <summary>The queues to look in, by name, pattern or ARN. Default: every queue.</summary>
    public IReadOnlyList<string> JobQueues { get; init; } = [];

    /// <summary>The states of the jobs. Default: every state.</summary>
    public IReadOnlyList<JobStatus> Statuses { get; init; } = [];

    /// <summary>The names of the jobs, with wildcards, whatever their case. Default: every name.</summary>
    public IReadOnlyList<string> JobNames { get; init; } = [];

    /// <summary>The job definition: a name for all its revisions (wildcards possible), or name:revision. Default: any.</summary>
    public string? JobDefinition { get; init; }

    /// <summary>The workload that the jobs belong to. Default: any.</summary>
    public string? Workload { get; init; }

    /// <summary>The share that the jobs count for, on a queue with fair-share scheduling. Default: any.</summary>
    public string? ShareIdentifier { get; init; }

    /// <summary>Only jobs that were created after this time. Default: any time.</summary>
    public DateTime? CreatedAfter { get; init; }

    /// <summary>Only jobs that were created before this time. Default: any time.</summary>
    public DateTime? CreatedBefore { get; init; }

    /// <summary>Of array jobs, their children instead of them. Default: the array jobs themselves.</summary>
    public bool Child { get; init; }

    /// <summary>Of array jobs, the children at these places, from 0. Default: all, if children are asked for.</summary>
    public IReadOnlyList<int> Index { get; init; } = [];

    /// <summary>Of array jobs, only the children that failed. Default: all, if children are asked for.</summary>
    public bool FailedChild { get; init; }

    /// <summary>Of multi-node jobs, their nodes instead of them. Default: the jobs themselves.</summary>
    public bool Node { get; init; }

    /// <summary>
    /// Whether jobs of a listing are described in full, 100 a call. Default: only where another condition needs it.
    /// </summary>
    public bool Detail { get; init; }

    /// <summary>Whether parts of the jobs are asked for, not the jobs themselves.</summary>
    internal bool HasParts => Child || FailedChild || Node || Index.Count > 0;
}
