using System.Globalization;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The periods of <c>bin</c> and <c>datefloor</c>: <c>100ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>1d</c>, <c>1w</c>.</summary>
internal static class TimePeriod
{
    /// <summary>Reads one.</summary>
    /// <returns>Milliseconds.</returns>
    public static double Parse(string text, int begin)
    {
        var digits = text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz");
        double unit = text[digits.Length..] switch
        {
            "ms" => 1,
            "s" or "sec" or "second" or "seconds" => 1_000,
            "m" or "min" or "minute" or "minutes" => 60_000,
            "h" or "hr" or "hour" or "hours" => 3_600_000,
            "d" or "day" or "days" => 86_400_000,
            "w" or "week" or "weeks" => 7 * 86_400_000d,
            _ => 0,
        };
        return unit > 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count * unit
            : throw new QuerySyntaxException($"'{text}' is no period; one is such as 30s, 5m or 1h", begin, begin + text.Length);
    }

    public static QueryValue Floor(QueryValue time, double period) =>
        time.Number is { } milliseconds ? QueryValue.OfTime(Math.Floor(milliseconds / period) * period) : default;
}
