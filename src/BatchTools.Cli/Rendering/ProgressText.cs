namespace BatchTools.Cli.Rendering;

/// <summary>Progress and durations in words.</summary>
internal static class ProgressText
{
    /// <summary>One line for an update.</summary>
    public static string Line(ProgressUpdate update)
    {
        var percent = update.Fraction is { } fraction ? $" {Percent(fraction)}" : "";
        var remaining = update is { Remaining: { } time, Completed: false } ? $", about {Rough(time)} left" : "";
        return $"{update.Activity}:{percent} {update.Status}{remaining}";
    }

    /// <summary>A share as whole percent; 100% only when all is done.</summary>
    public static string Percent(double fraction) => $"{Math.Floor(100 * Math.Clamp(fraction, 0, 1)):0}%";

    /// <summary>A duration, as short as its size allows: 0.25 s, 12.3 s, 4:05 min, 3:20:09 h.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => $"{time.TotalSeconds:0.00} s",
        { TotalSeconds: < 60 } => $"{time.TotalSeconds:0.0} s",
        { TotalHours: < 1 } => $"{time:m\\:ss} min",
        _ => $"{Math.Floor(time.TotalHours):0}:{time:mm\\:ss} h",
    };

    /// <summary>A duration in whole seconds, for what is only about so long or changes all the time.</summary>
    public static string Rough(TimeSpan time) =>
        time.TotalSeconds < 60 ? $"{Math.Floor(time.TotalSeconds):0} s" : Duration(time);

    /// <summary>A duration, or a dash where there is none.</summary>
    public static string Duration(TimeSpan? time) => time is { } known ? Duration(known) : "-";
}
