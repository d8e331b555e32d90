namespace BatchTools;

/// <summary>How a workload file is run.</summary>
public sealed record WorkloadRunOptions
{
    /// <summary>The name of the workload; null: the file's.</summary>
    public string? Workload { get; init; }

    /// <summary>How long to wait for the jobs; null: as long as they take.</summary>
    public TimeSpan? Timeout { get; init; }
}
