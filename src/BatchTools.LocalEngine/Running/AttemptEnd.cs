namespace BatchTools.LocalEngine.Running;

/// <summary>How an attempt ended.</summary>
/// <param name="ExitCode">The exit code, 128 + n for signal n; null where the process never ran or its code is not known.</param>
/// <param name="StartFault">Why the process could not be started; null where it ran.</param>
internal sealed record AttemptEnd(int? ExitCode, string? StartFault)
{
    public static AttemptEnd Exited(int? exitCode) => new(exitCode, StartFault: null);

    public static AttemptEnd NotStarted(string fault) => new(ExitCode: null, fault);
}
