namespace BatchTools;

/// <summary>How jobs are waited for.</summary>
public sealed record WaitOptions
{
    /// <summary>How long to wait at most, from the beginning. Default: without limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Ends as soon as one job has finished. Default: when all have.</summary>
    public bool Any { get; init; }

    /// <summary>
    /// The state that a job has to reach or pass: RUNNABLE, STARTING or RUNNING. An array job is where its furthest child is.
    /// Default: its end.
    /// </summary>
    public JobStatus? Until { get; init; }

    /// <summary>How many jobs may fail before the wait is given up, children counted one by one. Default: all.</summary>
    public FailureLimit? MaxFailure { get; init; }

    /// <summary>Stops the unfinished jobs when more have failed than <see cref="MaxFailure"/> allows. Default: they go on.</summary>
    public bool StopUnfinished { get; init; }

    /// <summary>Reports an error at the end if a job failed. Default: a failed job is a result like any other.</summary>
    public bool ErrorOnFailure { get; init; }

    /// <summary>How many jobs will come, for the progress; null while that is unknown.</summary>
    public int? Expected { get; init; }

    /// <summary>
    /// How long a job may be unknown to the service before it is reported as vanished. Default: the connection's
    /// bound, long enough for a job that was just submitted.
    /// </summary>
    public TimeSpan? MissingAfter { get; init; }
}
