using BatchTools.LocalEngine.Running;

using BatchTools.LocalEngine.Faults;

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

    /// <summary>The memory, in MiB, that jobs may ask for together. Default: this machine's.</summary>
    public int? Memory { get; init; }

    /// <summary>The GPUs that jobs may ask for together. Default: those of this machine.</summary>
    public int? Gpus { get; init; }

    /// <summary>How jobs are run; a compute environment may ask for another way by its tag <c>batchtools:runner</c>. Default: as processes.</summary>
    public RunnerKind Runner { get; init; }

    /// <summary>More arguments for <c>podman run</c> or <c>docker run</c>, such as <c>--network=none</c>. Default: the words of <c>$BATCHTOOLS_CONTAINER_ARGS</c>.</summary>
    public IReadOnlyList<string>? ContainerArguments { get; init; }

    /// <summary>Faults to bring about on purpose. Default: none.</summary>
    public FaultPlan? Faults { get; init; }

    /// <summary>How long finished jobs and their logs are kept. Default: 7 days; <see cref="Timeout.InfiniteTimeSpan"/>, and for a simulated engine always: for ever.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// What is kept of the log of one attempt at most, in MiB, counted as CloudWatch Logs does: 26 bytes a line and its text. The log's last line says
    /// what was left out. Default: 1024.
    /// </summary>
    public int LogLimit { get; init; } = 1024;

    /// <summary>
    /// Starts no job: those that wait go on waiting until the folder is opened without this. For a look at a folder, or a change in it, by a
    /// process that ends before a job would. Default: jobs are started.
    /// </summary>
    public bool HoldsJobs { get; init; }

    /// <summary>Decides what simulated jobs leave to chance. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>The clock of every time stamp and timer, but for a simulated engine, which has one of its own. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What a second opener of the same data folder is told about this one, such as <c>batchtools serve</c>. Default: <c>BatchTools</c>.</summary>
    public string Owner { get; init; } = "BatchTools";

    /// <summary>The clock by which clients sign. Default: the engine's.</summary>
    internal TimeProvider? ClientTime { get; init; }

    /// <summary>Runs the attempts in place of all runners.</summary>
    internal IJobRunner? OnlyRunner { get; init; }
}
