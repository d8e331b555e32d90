using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine;

/// <summary>Settings of a local engine.</summary>
public sealed record LocalEngineOptions
{
    /// <summary>The folder that holds the engine's jobs, logs and credentials. Default: <c>$BATCHTOOLS_HOME</c>, else <c>~/.batchtools</c>.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The folder where jobs start. Default: the current directory of the process that opens the engine.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The vCPUs of the environment <c>local</c> of a fresh data folder. Default: the processors of this machine.</summary>
    public int? Processors { get; init; }

    /// <summary>The clock of every time stamp and timer. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What a second opener of the same data folder is told about this one, such as <c>batchtools serve</c>. Default: <c>BatchTools</c>.</summary>
    public string Owner { get; init; } = "BatchTools";

    /// <summary>What runs the attempts. Default: child processes.</summary>
    internal IJobRunner? Runner { get; init; }
}
