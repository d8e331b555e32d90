namespace BatchTools.LocalEngine.Running;

/// <summary>How an attempt ended.</summary>
/// <param name="ExitCode">The exit code, 128 + n for signal n; null where the process never ran or its code is not known.</param>
/// <param name="StartFault">Why the process could not be started; null where it ran.</param>
/// <param name="Reason">What AWS gives as the container's reason, whole; null for none.</param>
/// <param name="HostLost">The attempt did not end by itself: its host went away.</param>
internal sealed record AttemptEnd(int? ExitCode, string? StartFault, string? Reason = null, bool HostLost = false)
{
    public static AttemptEnd Exited(int? exitCode) => new(exitCode, StartFault: null);

    public static AttemptEnd NotStarted(string fault) => new(ExitCode: null, fault);

    public static AttemptEnd LostHost() => new(ExitCode: null, StartFault: null, HostLost: true);
}
