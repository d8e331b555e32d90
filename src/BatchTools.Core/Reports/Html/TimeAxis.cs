namespace BatchTools;

/// <summary>The axis of a timeline: a span of time, with marks at round distances from its start.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; never nothing.</param>
internal sealed record TimeAxis(DateTime Start, TimeSpan Length)
{
    private const int MostTicks = 8;

    // Seconds that read well as the distance of two marks.
    private static readonly double[] Steps =
        [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

    /// <summary>The axis from a time to another.</summary>
    public static TimeAxis Over(DateTime start, DateTime stop) =>
        new(start, stop - start < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : stop - start);

    /// <summary>The place of a time, from 0 to 100.</summary>
    public double Percent(DateTime time) => Math.Clamp((time - Start) / Length * 100, 0, 100);

    /// <summary>The marks: their places, from 0 to 100, and what is written there.</summary>
    public IEnumerable<(double At, string Label)> Ticks()
    {
        var seconds = Length.TotalSeconds;
        var step = Steps.FirstOrDefault(step => seconds / step <= MostTicks, Math.Ceiling(seconds / MostTicks / 86400) * 86400);
        for (var tick = 0; tick * step <= seconds; tick++)
            yield return (tick * step / seconds * 100, Label(TimeSpan.FromSeconds(tick * step), step));
    }

    private static string Label(TimeSpan at, double step) => step switch
    {
        < 1 => ReportText.Invariant($"{at.TotalSeconds:0.##} s"),
        < 60 when at.TotalMinutes < 1 => ReportText.Invariant($"{at.TotalSeconds:0} s"),
        < 3600 => ReportText.Invariant($"{(int)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}"),
        < 86400 => ReportText.Invariant($"{at.TotalHours:0} h"),
        _ => ReportText.Invariant($"{at.TotalDays:0} d"),
    };
}
