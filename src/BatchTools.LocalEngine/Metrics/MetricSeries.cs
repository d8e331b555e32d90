namespace BatchTools.LocalEngine.Metrics;

/// <summary>A span of time in periods, and a metric's values added up in each.</summary>
/// <param name="Start">The beginning of the first period, in seconds since 1970.</param>
/// <param name="End">The end, itself not part of it.</param>
/// <param name="Period">The length of a period in seconds.</param>
internal readonly record struct MetricSeries(long Start, long End, int Period)
{
    /// <summary>
    /// The periods from a start that is first rounded down as CloudWatch does it: to the whole minute, and where periods are
    /// shorter than that to a whole period.
    /// </summary>
    public static MetricSeries Of(long start, long end, int period) => new(start - (start % Math.Min(period, 60)), end, period);

    /// <summary>How many periods there are.</summary>
    public long Count => (End - Start + Period - 1) / Period;

    /// <summary>The points of each period added up, at the period's beginning; periods without any are left out.</summary>
    /// <param name="points">The points by time.</param>
    /// <param name="byUnit">Whether different units are kept apart.</param>
    public IEnumerable<MetricPoint> Gather(IEnumerable<MetricPoint> points, bool byUnit)
    {
        var (start, period) = (Start, Period);
        return points
            .Select(point => point with { Time = point.Time - ((point.Time - start) % period) })
            .GroupBy(point => (point.Time, Unit: byUnit ? point.Unit : ""))
            .Select(static group => group.Aggregate(static (one, other) => one.Add(other)));
    }
}
