using System.Globalization;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes a number for seconds, where PowerShell alone would read ticks, and <c>90s</c>, <c>15m</c>, <c>4h</c>, <c>2d</c>.</summary>
public sealed class DurationTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        string text => Parse(text.Trim()),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            TimeSpan.FromSeconds(System.Convert.ToDouble(Unwrap(value), CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static object Parse(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Unit(text[^1]) is { } unit)
            return unit * number;
        return text;
    }

    private static TimeSpan? Unit(char letter) => char.ToLowerInvariant(letter) switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
