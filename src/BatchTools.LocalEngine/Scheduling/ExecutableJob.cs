namespace BatchTools.LocalEngine.Scheduling;

/// <summary>A job that runs itself: a single job or an array's child.</summary>
internal abstract class ExecutableJob(JobSubmission submission) : Job(submission)
{
    /// <summary>The attempts so far, the current one last. Replaced, never changed in place.</summary>
    public Attempt[] Attempts { get; set; } = [];

    /// <summary>The attempt that is starting or running; null where none is.</summary>
    public ActiveAttempt? Active { get; set; }

    /// <summary>The place in its array; null for a job of its own.</summary>
    public abstract int? ArrayIndex { get; }
}
