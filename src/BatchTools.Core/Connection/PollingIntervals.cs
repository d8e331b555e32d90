namespace BatchTools;

/// <summary>How often the state of jobs may be asked for.</summary>
/// <param name="Shortest">The interval while jobs change.</param>
/// <param name="Longest">The interval that it grows to while nothing changes.</param>
/// <param name="PerCall">What each call of a round adds to the interval at least, so that many jobs do not mean many calls a second.</param>
/// <param name="MissingAfter">How long a job may be unknown before it counts as vanished.</param>
internal sealed record PollingIntervals(TimeSpan Shortest, TimeSpan Longest, TimeSpan PerCall, TimeSpan MissingAfter)
{
    private const double Growth = 1.5;

    /// <summary>How logs are followed.</summary>
    public LogIntervals Logs { get; init; } = LogIntervals.ForLocal;

    /// <summary>For AWS: 2 to 30 seconds, at most 4 calls a second.</summary>
    public static PollingIntervals ForAws { get; } = new(
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(250), TimeSpan.FromMinutes(2)) { Logs = LogIntervals.ForAws };

    /// <summary>For a local engine: 0.1 to 1 second.</summary>
    public static PollingIntervals ForLocal { get; } = new(
        TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(10));

    /// <summary>The interval to the next round.</summary>
    /// <param name="last">The interval before the round that just ended.</param>
    /// <param name="changed">Whether that round brought news.</param>
    /// <param name="calls">The calls that the next round takes.</param>
    public TimeSpan Next(TimeSpan last, bool changed, int calls)
    {
        var wanted = changed ? Shortest : last < Shortest ? Shortest : last * Growth;
        var capped = wanted < Longest ? wanted : Longest;
        var least = PerCall * calls;
        return capped > least ? capped : least;
    }
}
