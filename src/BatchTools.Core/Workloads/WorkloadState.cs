namespace BatchTools;

/// <summary>How far a workload is.</summary>
public enum WorkloadState
{
    /// <summary>Its jobs are being submitted at this moment.</summary>
    Submitting,

    /// <summary>Its submission was stopped before its end; Resume-BatchWorkload, or the same command again, goes on with it.</summary>
    BrokenOff,

    /// <summary>Jobs of it are unfinished.</summary>
    Running,

    /// <summary>All jobs of it that the service still keeps have finished.</summary>
    Finished,
}
