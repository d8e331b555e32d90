namespace BatchTools.LocalEngine.Scheduling;

/// <summary>One attempt of a job. Times are milliseconds since 1970; 0 for not yet.</summary>
internal sealed record Attempt
{
    /// <summary>The id that AWS would give its ECS task; part of the log stream's name.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The ECS cluster of the environment where it runs.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The name of the environment where it runs.</summary>
    public required string EnvironmentName { get; init; }

    /// <summary>The main process; 0 before it runs.</summary>
    public int ProcessId { get; init; }

    public long StartedAt { get; init; }

    public long StoppedAt { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>What AWS gives as the container's reason, such as why it could not be started.</summary>
    public string? Reason { get; init; }

    public string? StatusReason { get; init; }

    /// <summary>How the containers of a task of several ended; null for a single container.</summary>
    public ContainerRun[]? Containers { get; init; }

    public bool IsOver => StatusReason is not null;
}
