using System.Globalization;

namespace BatchTools;

/// <summary>Durations, times and numbers as people read them.</summary>
internal static class ReportText
{
    /// <summary>A duration in its two largest units: `850 ms`, `4.2 s`, `3 min 12 s`, `1 h 05 min`, `2 d 3 h`.</summary>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => "–",
        { Ticks: < 0 } => "–", // clocks of two machines
        { TotalSeconds: < 0.9995 } length => Invariant($"{length.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 59.95 } length => Invariant($"{length.TotalSeconds:0.0} s"),
        { TotalMinutes: < 59.99 } length => Units(Round(length, TimeSpan.FromSeconds(1)), 1, "min", "s"),
        { TotalHours: < 23.99 } length => Units(Round(length, TimeSpan.FromMinutes(1)), 60, "h", "min"),
        { } length => Units(Round(length, TimeSpan.FromHours(1)), 1440, "d", "h"),
    };

    /// <summary>A local time with its offset: `2026-11-21 01:18:05 +01:00`.</summary>
    public static string Time(DateTime? time) =>
        time is { } moment ? WithOffset(moment).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : "–";

    /// <summary>A time as machines read it, with milliseconds and offset.</summary>
    public static string Iso(DateTime time) =>
        WithOffset(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>A count with separators: `5,000`.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole: `97.1 %`. What is not all is never shown as 100 %, nor what is not nothing as 0 %.</summary>
    public static string Percent(double? part) => part switch
    {
        null => "–",
        0 or 1 => Invariant($"{part * 100:0} %"),
        _ => Invariant($"{Math.Clamp(part.Value * 100, 0.1, 99.9):0.#} %"),
    };

    /// <summary>A number with three digits that count: `0.0123`, `1.23`, `1,234`.</summary>
    public static string Number(double? number) => number switch
    {
        null => "–",
        0 => "0",
        >= 100 => number.Value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => Invariant($"{number:0.0}"),
        >= 1 => Invariant($"{number:0.00}"),
        _ => Invariant($"{number:0.####}"),
    };

    /// <summary>An amount of money as machines read it: to a hundred-millionth of a cent.</summary>
    public static decimal? Dollars(decimal? amount) => amount is { } known ? Math.Round(known, 10) : null;

    /// <summary>A number as machines read it.</summary>
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset WithOffset(DateTime time) =>
        time.Kind == DateTimeKind.Utc ? new DateTimeOffset(time).ToLocalTime() : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Local));

    private static TimeSpan Round(TimeSpan length, TimeSpan unit) => TimeSpan.FromTicks((long)Math.Round((double)length.Ticks / unit.Ticks) * unit.Ticks);

    private static string Units(TimeSpan length, int minutes, string large, string small)
    {
        var whole = (long)(length.TotalMinutes / minutes);
        var rest = length - TimeSpan.FromMinutes(whole * minutes);
        var part = small switch { "s" => rest.TotalSeconds, "min" => rest.TotalMinutes, _ => rest.TotalHours };
        return Invariant($"{whole:N0} {large} {part:00} {small}");
    }
}
