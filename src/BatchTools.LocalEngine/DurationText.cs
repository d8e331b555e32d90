using System.Globalization;

namespace BatchTools.LocalEngine;

/// <summary>Reads times as people write them.</summary>
internal static class DurationText
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)];

    // What a date can still be moved by.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>A number of seconds, a number with a unit (<c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>) or <c>hh:mm:ss</c>; from 0 to ten years.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Contains(':'))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration) && duration >= TimeSpan.Zero && duration <= Longest;

        var (unit, scale) = Units.FirstOrDefault(unit => text.EndsWith(unit.Unit, StringComparison.OrdinalIgnoreCase));
        var number = unit is null ? text : text[..^unit.Length];
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var count))
            return false;
        var seconds = count * (unit is null ? 1 : scale);
        if (!(seconds <= Longest.TotalSeconds))
            return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
