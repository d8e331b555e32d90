namespace BatchTools.LocalEngine.Scheduling;

/// <summary>The texts that AWS Batch gives as reasons.</summary>
internal static class StatusReasons
{
    public const string ContainerExited = "Essential container in task exited";
    public const string TimedOut = "Job attempt duration exceeded timeout";
    public const string DependencyFailed = "Dependent Job failed";
    public const string ChildFailed = "Array Child Job failed";
    public const string QueueDeleted = "JobQueue deleted";
    public const string StartFailed = "Task failed to start";
    public const string OverridesTooLong = "Container Overrides length must be at most 8192";
    public const string TooManyTags = "The tags of the job and of its job definition are more than 50 together";

    public const string TooManyVcpus =
        "MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE - CE(s) associated with the job queue cannot meet the CPU requirement of the job.";

    public const string RequirementTooHigh =
        "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT - The job resource requirement (vCPU/memory/GPU) is higher than that can be met by the CE(s) attached to the job queue.";

    public const string MainNodeEnded = "Main node exited";

    public const string NoValidEnvironment = "ACTION_REQUIRED - CE(s) associated with the job queue are invalid.";

    public const string ExitCodeUnknown =
        "ExitCodeUnknown: the process has ended, but something else in the engine's own process took its exit code; is SIGCHLD ignored there?";

    /// <summary>Whether a reason tells why a queue's first job finds no room.</summary>
    public static bool IsObstacle(string? reason) =>
        reason is TooManyVcpus or RequirementTooHigh or NoValidEnvironment || reason?.StartsWith("CAPACITY:", StringComparison.Ordinal) == true;

    public static string HostLost(string instanceId) => $"Host EC2 (instance {instanceId}) terminated.";

    public static string NoCapacity(string instanceType) =>
        $"CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY - Service cannot fulfill the capacity requested for instance type [{instanceType}]";

    public static string TimeLimit(string reason) => $"Canceled by JobStateTimeLimit action due to reason: {reason}";

    public static string CannotStart(string fault) => Shorten($"CannotStartContainerError: {fault}");

    public const string OutOfMemory = "OutOfMemoryError: Container killed due to memory usage";

    public static string CannotPull(string fault) => Shorten($"CannotPullContainerError: {fault}");

    /// <summary>AWS keeps 255 characters of a container's reason.</summary>
    private static string Shorten(string text) => text.Length <= 255 ? text : text[..255];
}
