using System.CommandLine.Parsing;
using System.Globalization;

namespace BatchTools.Cli.Commands;

/// <summary>Reads durations as they are written on a command line: 90s, 30m, 4h, 2d, or 01:30:00.</summary>
internal static class Duration
{
    public static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Parse(text) is { } duration)
            return duration;
        result.AddError($"'{text}' is no duration: write 90s, 30m, 4h, 2d or 01:30:00");
        return null;
    }

    public static TimeSpan? Parse(string text)
    {
        if (text.Contains(':'))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? time : null;
        TimeSpan? unit = text is [.., var letter] ? letter switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        } : null;
        return unit is not null
            && double.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count > 0 && count * unit.Value.TotalDays < 3650
                ? count * unit.Value
                : null;
    }
}
