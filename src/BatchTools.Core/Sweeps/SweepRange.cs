using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>
/// Evenly spaced values of an axis, from a first to a last one, as <c>start..end by step</c> says it. Numbers are decimals, so
/// that 0.1 is exactly that; none is kept, each is counted out when it is asked for.
/// </summary>
public sealed partial class SweepRange : IReadOnlyList<object>
{
    private readonly decimal _start;
    private readonly decimal _step;

    private SweepRange(decimal start, decimal step, int count) => (_start, _step, Count) = (start, step, count);

    /// <summary>The number of values.</summary>
    public int Count { get; }

    /// <summary>The value at a place: an int where the range is one of whole numbers, else a decimal.</summary>
    /// <param name="index">The place, from 0.</param>
    public object this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Plain(_start + (_step * index));
        }
    }

    /// <summary>Reads a range.</summary>
    /// <param name="text">Such as <c>250..400 by 25</c>, <c>0..1 by 0.05</c> or <c>10..1</c>. Default step: 1, towards the end.</param>
    /// <returns>The values; null if the text does not look like a range.</returns>
    /// <exception cref="BatchException">
    /// The text begins as a range does and is none, the step is zero or leads away from the end, or there are too many values.
    /// </exception>
    public static SweepRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Shape().Match(text);
        if (!match.Success)
            return Resembles(text) ? throw Problem(nameof(Messages.SweepRangeMalformed), text) : null;
        try
        {
            var (start, end) = (Number(match.Groups["start"]), Number(match.Groups["end"]));
            var step = match.Groups["step"] is { Success: true } given ? Number(given) : 1;
            // 10..1 by 2 can only mean downwards.
            if (step > 0 && end < start)
                step = -step;
            if (step == 0 || (step < 0 && end > start))
                throw Problem(nameof(Messages.SweepRangeStep), text);
            var count = decimal.Floor((end - start) / step) + 1;
            return count <= int.MaxValue ? new(start, step, (int)count) : throw Problem(nameof(Messages.SweepRangeTooLong), text);
        }
        catch (OverflowException)
        {
            throw Problem(nameof(Messages.SweepRangeTooLong), text);
        }
    }

    /// <summary>Whether a text looks like a range, well written or not: it begins with a number and <c>..</c>; <c>../data</c> and <c>a..b</c> do not.</summary>
    internal static bool Resembles(string text) => Beginning().IsMatch(text);

    /// <inheritdoc/>
    public IEnumerator<object> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static decimal Number(Group group) => decimal.Parse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Without zeros at the end, so that a value reads as one that was typed: 0.1, not 0.10.
    private static object Plain(decimal value) =>
        decimal.IsInteger(value) && value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value / 1.0000000000000000000000000000m;

    private static BatchException Problem(string errorId, string text) => BatchException.For(errorId, ErrorKind.InvalidInput, text, text);

    [GeneratedRegex(
        @"^\s*(?<start>[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*\.\.\s*(?<end>[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?:\s+by\s+(?<step>[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    // Numbers with a comma and without a digit before the point belong to it: they are mistakes in a range, and no other text.
    [GeneratedRegex(@"^\s*[+-]?[.,]?\d[\d.,]*(?:[eE][+-]?\d+)?\s*\.\.", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
