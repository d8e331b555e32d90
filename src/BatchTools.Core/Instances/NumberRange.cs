using System.Globalization;

namespace BatchTools;

/// <summary>A range of numbers, written as <c>4</c>, <c>4..</c>, <c>..16</c> or <c>4..16</c>; both ends belong to it.</summary>
/// <param name="Least">The least number; null: no limit.</param>
/// <param name="Most">The greatest number; null: no limit.</param>
public sealed record NumberRange(decimal? Least, decimal? Most)
{
    private const string Dots = "..";

    /// <summary>Whether a number lies in the range.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(decimal number) => number >= (Least ?? number) && number <= (Most ?? number);

    /// <summary>Gives the range as it is written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Least == Most ? Text(Least) : Text(Least) + Dots + Text(Most);

    /// <summary>Reads a range.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">Reads one end; null where it is no number.</param>
    /// <exception cref="BatchException">It is no range.</exception>
    internal static NumberRange Parse(string text, Func<string, decimal?> number)
    {
        var dots = text.IndexOf(Dots, StringComparison.Ordinal);
        if (dots < 0)
            return End(text) is { } only ? new(only, only) : throw Invalid();
        var range = new NumberRange(End(text[..dots]), End(text[(dots + Dots.Length)..]));
        return range is (null, null) || range.Least > range.Most ? throw Invalid() : range;

        decimal? End(string end) => string.IsNullOrWhiteSpace(end) ? null : number(end.Trim()) ?? throw Invalid();

        BatchException Invalid() => BatchException.For(nameof(Messages.RangeInvalid), ErrorKind.InvalidInput, text, text);
    }

    /// <summary>Reads a plain number; null where it is none.</summary>
    internal static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(decimal? end) => end?.ToString(CultureInfo.InvariantCulture) ?? "";
}
