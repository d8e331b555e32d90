namespace BatchTools;

/// <summary>Which failed jobs are submitted again, and what is different then. What is null stays as it was.</summary>
public sealed record RestartOptions
{
    /// <summary>Only what failed for these reasons; of an array, only such children. Default: whatever failed.</summary>
    public IReadOnlyList<FailureClass> FailureClasses { get; init; } = [];

    /// <summary>The queue.</summary>
    public string? JobQueue { get; init; }

    /// <summary>The job definition, such as a revision in which a mistake is mended.</summary>
    public string? JobDefinition { get; init; }

    /// <summary>The vCPUs.</summary>
    public decimal? Vcpu { get; init; }

    /// <summary>The memory, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>What the memory of each job is multiplied with, for jobs that ran out of it. Default: 1.</summary>
    public decimal MemoryFactor { get; init; } = 1;

    /// <summary>How often each job is tried, 1 to 10.</summary>
    public int? Attempts { get; init; }

    /// <summary>How long an attempt may run; at least a minute.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Asked for each job with what would be done: whether to do it. Default: always.</summary>
    public Func<Restart, CancellationToken, Task<bool>>? Consent { get; init; }
}
