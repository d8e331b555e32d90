namespace BatchTools;

/// <summary>Which part of a job's log is read.</summary>
public sealed record LogOptions
{
    /// <summary>The attempt: 1 for the first, -1 for the last, -2 for the one before. Default: every attempt.</summary>
    public int? Attempt { get; init; }

    /// <summary>Only the last lines of each attempt, this many. Default: all lines.</summary>
    public int? Tail { get; init; }

    /// <summary>Only lines from this time on. Default: from the beginning.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Goes on reading until each job has finished. Default: reads what there is.</summary>
    public bool Follow { get; init; }
}
