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

    private static string Label(TimeSpan at, double step) => at switch
    {
        { Ticks: 0 } => "0",
        { TotalMinutes: < 1 } => ReportText.Invariant($"{Math.Round(at.TotalSeconds, 2)} s"),
        { TotalHours: < 1 } => ReportText.Invariant($"{at.Minutes} min") + (step % 60 > 0 && at.Seconds > 0 ? ReportText.Invariant($" {at.Seconds} s") : ""),
        { TotalDays: < 1 } => ReportText.Invariant($"{at.Hours} h") + (at.Minutes > 0 ? ReportText.Invariant($" {at.Minutes} min") : ""),
        _ => ReportText.Invariant($"{at.Days} d") + (at.Hours > 0 ? ReportText.Invariant($" {at.Hours} h") : ""),
    };
}
