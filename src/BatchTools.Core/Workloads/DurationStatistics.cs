namespace BatchTools;

/// <summary>Durations, summed up.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Min">The shortest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Median">The one in the middle; of an even number the mean of the two in the middle.</param>
/// <param name="Max">The longest.</param>
public sealed record DurationStatistics(int Count, TimeSpan Min, TimeSpan Mean, TimeSpan Median, TimeSpan Max)
{
    /// <summary>Sums up durations; null if there are none.</summary>
    /// <param name="durations">The durations.</param>
    /// <returns>The statistics.</returns>
    internal static DurationStatistics? Of(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToArray();
        if (sorted.Length == 0)
            return null;
        var mean = TimeSpan.FromTicks((long)sorted.Average(duration => duration.Ticks));
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new(sorted.Length, sorted[0], mean, median, sorted[^1]);
    }
}
