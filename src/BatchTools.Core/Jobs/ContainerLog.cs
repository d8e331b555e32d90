namespace BatchTools;

/// <summary>Where one container of one attempt of a job logs.</summary>
/// <param name="Attempt">The number of the attempt, from 1.</param>
/// <param name="Container">The container's name; null for a job of one container, which has none.</param>
/// <param name="Target">The driver or group.</param>
/// <param name="StreamName">The stream; null if the container never started.</param>
/// <param name="IsOver">Whether the attempt has ended.</param>
/// <param name="Reason">Why the container or its attempt ended, in the service's words.</param>
internal sealed record ContainerLog(
    int Attempt, string? Container, JobLogTarget Target, string? StreamName, bool IsOver, string? Reason);
