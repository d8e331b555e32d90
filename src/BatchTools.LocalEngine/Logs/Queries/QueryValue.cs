using System.Globalization;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A field's value: a text, which may be a number, or nothing.</summary>
internal readonly record struct QueryValue
{
    private QueryValue(string? text, double? number)
    {
        Text = text;
        Number = number;
    }

    /// <summary>As it is shown; null where there is none.</summary>
    public string? Text { get; }

    /// <summary>As it is reckoned with; null where it is no number.</summary>
    public double? Number { get; }

    public bool IsMissing => Text is null;

    /// <summary>Whether a condition with this outcome holds.</summary>
    public bool IsTrue => Number is { } number ? number != 0 : Text is not null and not "" and not "false";

    public static QueryValue Of(string? text) => new(text, ToNumber(text));

    public static QueryValue Of(double? number) => number is { } value && double.IsFinite(value) ? new(value.ToString("R", CultureInfo.InvariantCulture), value) : default;

    public static QueryValue Of(bool holds) => new(holds ? "1" : "0", holds ? 1 : 0);

    /// <summary>A time: reckoned with in milliseconds since 1970.</summary>
    public static QueryValue OfTime(double milliseconds)
    {
        var time = DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Clamp(milliseconds, MinTime, MaxTime));
        return new(time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), milliseconds);
    }

    /// <summary>Numbers by size, before texts by their characters' codes; what is missing comes first.</summary>
    public static int Compare(QueryValue one, QueryValue other) => (one.Number, other.Number) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        _ when one.IsMissing || other.IsMissing => other.IsMissing.CompareTo(one.IsMissing),
        _ => string.CompareOrdinal(one.Text, other.Text),
    };

    private static double MinTime { get; } = (DateTimeOffset.MinValue - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private static double MaxTime { get; } = (new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero) - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private static double? ToNumber(string? text) =>
        text is { Length: > 0 and < 40 } && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '.')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
