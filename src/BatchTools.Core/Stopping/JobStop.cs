namespace BatchTools;

/// <summary>Which call stops a job in which state.</summary>
internal static class JobStop
{
    /// <summary>
    /// Whether CancelJob stops it. A job that waits for others would be cancelled only after these have ended, and an
    /// array job's running children not at all; both stand in PENDING, so these are terminated.
    /// </summary>
    public static bool IsCancelled(Job job) =>
        job.Status is JobStatus.SUBMITTED or JobStatus.RUNNABLE && job.ArraySize is null && job.DependsOn.Count == 0;

    /// <summary>Whether the job was to be cancelled, but had started by then.</summary>
    public static bool HasEscaped(Job before, Job after) =>
        IsCancelled(before) && after.Status is JobStatus.STARTING or JobStatus.RUNNING;
}
