namespace BatchTools.LocalEngine.Scheduling;

/// <summary>What became of one container of a task of several.</summary>
/// <param name="Name">The container's name.</param>
/// <param name="HasRun">Its process ran, so it has a log.</param>
/// <param name="ExitCode">Its exit code; null where there is none.</param>
/// <param name="Reason">What AWS gives as the container's reason; null for none.</param>
internal sealed record ContainerRun(string Name, bool HasRun, int? ExitCode, string? Reason);
