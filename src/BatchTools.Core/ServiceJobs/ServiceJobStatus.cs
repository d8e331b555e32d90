namespace BatchTools;

/// <summary>The state of a service job, named as AWS Batch names it.</summary>
public enum ServiceJobStatus
{
    /// <summary>A state that this version does not know.</summary>
    UNKNOWN,

    /// <summary>Accepted, not yet looked at by the scheduler.</summary>
    SUBMITTED,

    /// <summary>Waits to become runnable.</summary>
    PENDING,

    /// <summary>Waits for capacity.</summary>
    RUNNABLE,

    /// <summary>Was handed to the service that runs it.</summary>
    SCHEDULED,

    /// <summary>The service prepares it.</summary>
    STARTING,

    /// <summary>Runs.</summary>
    RUNNING,

    /// <summary>Ended well.</summary>
    SUCCEEDED,

    /// <summary>Ended otherwise, or was stopped.</summary>
    FAILED,
}
