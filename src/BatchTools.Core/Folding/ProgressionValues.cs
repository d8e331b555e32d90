using System.Globalization;

namespace BatchTools;

/// <summary>Whole numbers at even distances, which a script computes instead of listing them.</summary>
/// <param name="start">The first value.</param>
/// <param name="step">The distance from each value to the next.</param>
internal sealed class ProgressionValues(long start, long step) : ColumnValues
{
    private const int Fewest = 4;

    /// <summary>The progression that some values are; null if they are none, or too few to be worth it.</summary>
    public static ProgressionValues? Of(IReadOnlyList<string> values)
    {
        if (values.Count < Fewest || !IsWhole(values[0], out var start) || !IsWhole(values[1], out var second) || !IsWhole(values[^1], out _))
            return null;
        var found = new ProgressionValues(start, second - start);
        for (var place = 2; place < values.Count; place++)
        {
            if (values[place] != found.At(place))
                return null;
        }

        return found;
    }

    /// <inheritdoc/>
    public override string At(int place) => (start + (step * place)).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Assign(string place, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"_{number}=$(({start}+{step}*({place})))");

    // As a shell would write it: no zeros before it, no plus; far from where arithmetic overflows.
    private static bool IsWhole(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value is > -1_000_000_000_000_000 and < 1_000_000_000_000_000
        && value.ToString(CultureInfo.InvariantCulture) == text;
}
