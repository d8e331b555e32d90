using BatchTools.LocalEngine;

namespace BatchTools.Cli.Running;

/// <summary>What `batchtools run` was asked for.</summary>
internal sealed record RunSettings
{
    public required string File { get; init; }

    public string? Profile { get; init; }

    public string? Region { get; init; }

    public string? DataDirectory { get; init; }

    /// <summary>How the local engine is opened, if this run opens it.</summary>
    public LocalEngineOptions Engine { get; init; } = new();

    /// <summary>The first option given that says how the engine is opened; null for none.</summary>
    public string? EngineOption { get; init; }

    public IReadOnlyList<string> Reports { get; init; } = [];

    public string? Workload { get; init; }

    public bool Force { get; init; }

    public bool Resume { get; init; }

    public TimeSpan? Timeout { get; init; }

    public bool Verbose { get; init; }

    /// <summary>A profile or a Region says AWS; nothing is sent there, and paid, without being asked for.</summary>
    public bool IsLocal => Profile is null && Region is null;
}
