namespace BatchTools;

/// <summary>
/// Reads from exit codes and reasons why something failed. The texts are those that AWS Batch and ECS are seen to give,
/// on EC2 and on Fargate; the local engine gives the same.
/// </summary>
internal static class JobFailure
{
    private const string ContainerExited = "Essential container in task exited";

    private static readonly (string Start, FailureClass Class)[] StatusReasons =
    [
        ("Job attempt duration exceeded timeout", FailureClass.Timeout),
        ("Host EC2", FailureClass.Spot),
        ("Your Spot Task was interrupted", FailureClass.Spot),
        ("Task failed to start", FailureClass.Start),
        ("Container Overrides length must be", FailureClass.Start),
        ("Dependent Job failed", FailureClass.Dependency),
        ("Array Child Job failed", FailureClass.Child),
        ("JobQueue deleted", FailureClass.Stopped),
        ("Canceled by JobStateTimeLimit", FailureClass.Stopped),
    ];

    private static readonly (string Start, FailureClass Class)[] ContainerReasons =
    [
        ("OutOfMemory", FailureClass.OutOfMemory),
        ("Host EC2", FailureClass.Spot),
        ("Your Spot Task was interrupted", FailureClass.Spot),
        ("Cannot", FailureClass.Start), // CannotPullContainerError, CannotStartContainerError, CannotCreateContainerError, …
        ("ResourceInitializationError", FailureClass.Start),
        ("DockerTimeoutError", FailureClass.Start),
        ("TaskFailedToStart", FailureClass.Start),
    ];

    /// <summary>The class of a failed job. Only its last attempt counts.</summary>
    /// <param name="statusReason">Why the job or the attempt ended.</param>
    /// <param name="reason">Why its container ended.</param>
    /// <param name="exitCode">The exit code of its container.</param>
    /// <param name="isStopped">Whether the service says that the job was cancelled or terminated.</param>
    public static FailureClass Of(string? statusReason, string? reason, int? exitCode, bool isStopped)
    {
        if (isStopped)
            return FailureClass.Stopped;
        if (Find(StatusReasons, statusReason) is { } known)
            return known;
        if (Find(ContainerReasons, reason) is { } inside)
            return inside;
        if (statusReason is null || statusReason.StartsWith(ContainerExited, StringComparison.OrdinalIgnoreCase))
            return exitCode is not null and not 0 ? FailureClass.Application : FailureClass.Unknown;

        // A job that was stopped carries the words of whoever stopped it.
        return FailureClass.Stopped;
    }

    private static FailureClass? Find((string Start, FailureClass Class)[] known, string? text)
    {
        foreach (var (start, failure) in known)
        {
            if (text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true)
                return failure;
        }

        return null;
    }
}
