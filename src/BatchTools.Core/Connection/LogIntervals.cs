namespace BatchTools;

/// <summary>How logs are followed.</summary>
/// <param name="Shortest">The interval at which a stream is read while it grows.</param>
/// <param name="Longest">The interval that it grows to while nothing comes.</param>
/// <param name="Jobs">The interval at which jobs are looked at for new attempts and children.</param>
/// <param name="Window">How long a line is held back, so that an earlier one of another stream can go before it; longer than a reading is apart from the next.</param>
/// <param name="Settling">How long after its attempt's end a stream may still grow.</param>
internal sealed record LogIntervals(TimeSpan Shortest, TimeSpan Longest, TimeSpan Jobs, TimeSpan Window, TimeSpan Settling)
{
    /// <summary>For AWS, where lines take seconds to be readable.</summary>
    public static LogIntervals ForAws { get; } = new(
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(5));

    /// <summary>For a local engine, where a line can be read as soon as it is there.</summary>
    public static LogIntervals ForLocal { get; } = new(
        TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(300), TimeSpan.Zero);
}
