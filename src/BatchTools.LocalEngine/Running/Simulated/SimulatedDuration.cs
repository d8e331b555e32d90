using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools.LocalEngine.Running.Simulated;

/// <summary>How long a simulated attempt takes: a time, or a distribution over seconds.</summary>
internal static partial class SimulatedDuration
{
    /// <summary>Reads a time (<c>00:10:00</c>, <c>10m</c>, <c>600</c>) or draws from <c>normal(mean,deviation)</c>, <c>uniform(least,most)</c> or <c>exponential(mean)</c>.</summary>
    /// <param name="text">The time or the distribution.</param>
    /// <param name="draw">Gives the n-th number from 0 up to 1 of this attempt.</param>
    /// <returns>Null where the text is none of these.</returns>
    public static TimeSpan? Draw(string text, Func<int, double> draw)
    {
        if (DurationText.TryParse(text, out var fixedTime))
            return fixedTime;
        var match = Distribution().Match(text);
        if (!match.Success)
            return null;
        double? first = Parse(match.Groups["first"].Value);
        double? second = Parse(match.Groups["second"].Value);
        double? seconds = (match.Groups["name"].Value.ToLowerInvariant(), first, second) switch
        {
            // A pair of even draws makes a normal one (Box and Muller); no attempt takes less than no time.
            ("normal", { } mean, { } deviation) => mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - draw(0))) * Math.Cos(2 * Math.PI * draw(1))),
            ("uniform", { } least, { } most) when least <= most => least + ((most - least) * draw(0)),
            ("exponential", { } mean, null) => -mean * Math.Log(1 - draw(0)),
            _ => null,
        };
        return seconds is { } value ? TimeSpan.FromMilliseconds(Math.Round(Math.Clamp(value, 0, TimeSpan.FromDays(3650).TotalSeconds) * 1000)) : null;
    }

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*(?<name>[a-z]+)\s*\(\s*(?<first>[0-9.]+)\s*(,\s*(?<second>[0-9.]+)\s*)?\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Distribution();
}
