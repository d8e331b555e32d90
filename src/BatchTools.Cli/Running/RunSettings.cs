namespace BatchTools.Cli.Running;

/// <summary>What `batchtools run` or `batchtools submit` was asked for.</summary>
internal sealed record RunSettings
{
    public required string File { get; init; }

    /// <summary>Whether to wait for the jobs, and to sum them up.</summary>
    public bool Monitors { get; init; } = true;

    /// <summary>Where the ids of the jobs go; null: nowhere.</summary>
    public string? IdFile { get; init; }

    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>Whether to look up what the jobs cost.</summary>
    public bool Cost { get; init; }

    public string? Workload { get; init; }

    /// <summary>The values of the file's parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public bool Force { get; init; }

    public bool Resume { get; init; }

    public int? ThrottleLimit { get; init; }

    public TimeSpan? Timeout { get; init; }
}
