using System.Globalization;

namespace BatchTools;

/// <summary>Numbers at even distances, which a script computes instead of listing them: in whole units of their last decimal place.</summary>
/// <param name="start">The first value, in units.</param>
/// <param name="step">The distance from each value to the next, in units.</param>
/// <param name="decimals">The decimal places: the tenths, hundredths and so on that a unit is.</param>
internal sealed class ProgressionValues(long start, long step, int decimals) : ColumnValues
{
    /// <summary>The function that writes the units in its first argument, so many of which are one, as a number without needless zeros.</summary>
    public const string Function =
        "_d(){ _s=;_a=$1;[ $_a -ge 0 ]||{ _s=-;_a=$((-_a));};_f=$((_a%$2+$2));_f=${_f#1};while :;do case $_f in *0)_f=${_f%0};;*)break;;esac;done;_x=$_s$((_a/$2))${_f:+.$_f};}";

    private const int Fewest = 4;
    private const int MostDecimals = 9;
    private const decimal Highest = 1_000_000_000_000_000;

    /// <summary>Whether the values are whole numbers, so that arithmetic alone writes them.</summary>
    public bool AreWhole => decimals == 0;

    /// <summary>The progression that some values are; null if they are none, or too few to be worth it.</summary>
    public static ProgressionValues? Of(IReadOnlyList<string> values)
    {
        if (values.Count < Fewest)
            return null;
        var places = values.Take(Fewest).Max(Decimals);
        if (places > MostDecimals || Units(values[0], places) is not { } first || Units(values[1], places) is not { } second || Units(values[^1], places) is null)
            return null;
        var found = new ProgressionValues(first, second - first, places);
        for (var place = 0; place < values.Count; place++)
        {
            if (values[place] != found.At(place))
                return null;
        }

        return found;
    }

    /// <inheritdoc/>
    public override string At(int place)
    {
        var number = (decimal)(start + (step * place));
        for (var tenth = 0; tenth < decimals; tenth++)
            number /= 10;
        return number.ToString("0.#########", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override string Assign(string place, int number)
    {
        var units = string.Create(CultureInfo.InvariantCulture, $"$(({start}+{step}*({place})))");
        return AreWhole
            ? string.Create(CultureInfo.InvariantCulture, $"_{number}={units}")
            : string.Create(CultureInfo.InvariantCulture, $"_d {units} 1{new string('0', decimals)};_{number}=$_x");
    }

    private static int Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;

    // Far from where a shell's arithmetic overflows.
    private static long? Units(string text, int places)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= Highest)
            return null;
        for (var tenth = 0; tenth < places; tenth++)
            value *= 10;
        return Math.Abs(value) < Highest && decimal.IsInteger(value) ? (long)value : null;
    }
}
