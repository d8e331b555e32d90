namespace BatchTools;

/// <summary>How jobs are waited for.</summary>
public sealed record WaitOptions
{
    /// <summary>How long to wait at most, from the beginning. Default: without limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Ends as soon as one job has finished. Default: when all have.</summary>
    public bool Any { get; init; }

    /// <summary>How many jobs will come, for the progress; null while that is unknown.</summary>
    public int? Expected { get; init; }

    /// <summary>
    /// How long a job may be unknown to the service before it is reported as vanished. Default: the connection's
    /// bound, long enough for a job that was just submitted.
    /// </summary>
    public TimeSpan? MissingAfter { get; init; }
}
