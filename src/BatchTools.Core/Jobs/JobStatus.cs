namespace BatchTools;

/// <summary>The state of a job, named as AWS Batch names it.</summary>
public enum JobStatus
{
    /// <summary>A state that this version does not know.</summary>
    UNKNOWN,

    /// <summary>Accepted, not yet looked at by the scheduler.</summary>
    SUBMITTED,

    /// <summary>Waits for the jobs that it depends on; of an array job: its children are under way.</summary>
    PENDING,

    /// <summary>Waits for room in a compute environment.</summary>
    RUNNABLE,

    /// <summary>Was given its place; the container starts.</summary>
    STARTING,

    /// <summary>Runs.</summary>
    RUNNING,

    /// <summary>Ended with exit code 0.</summary>
    SUCCEEDED,

    /// <summary>Ended in failure, with no attempts left, or was stopped.</summary>
    FAILED,
}
