using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>
/// A parameter that differs between points, as a shell computes it: from the index of a point comes a place, and from the place
/// the value, by a list or by arithmetic.
/// </summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Stride">How many indexes in a row have the same place.</param>
/// <param name="Cycle">After how many places they begin anew; null if they do not.</param>
/// <param name="First">The place of the first value.</param>
/// <param name="Values">The values from that place on.</param>
internal sealed partial record PointColumn(string Name, long Stride, long? Cycle, long First, ColumnValues Values)
{
    /// <summary>The value at an index.</summary>
    public string Text(long index)
    {
        var place = index / Stride;
        return Values.At((int)((Cycle is { } cycle ? place % cycle : place) - First));
    }

    /// <summary>The line of a script that sets a variable to the value at the index <c>$_i</c>.</summary>
    public string Assign(int number)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture, $"_i{(Stride > 1 ? $"/{Stride}" : "")}{(Cycle is { } cycle ? $"%{cycle}" : "")}{(First > 0 ? $"-{First}" : "")}");
        return $"{Values.Assign(place, number)} #{Name}";
    }

    /// <summary>Reads the line that <see cref="Assign"/> wrote.</summary>
    /// <param name="script">The script.</param>
    /// <param name="at">Where the line begins; then where the next one does.</param>
    /// <returns>The parameter; null if there is no such line.</returns>
    public static PointColumn? Read(string script, ref int at)
    {
        if (ListLine().Match(script, at) is { Success: true } list)
        {
            at += list.Length;
            var words = new List<string>();
            while (script[at] == ' ')
            {
                at++;
                words.Add(ShellWord.Read(script, ref at));
            }

            return Of(list, new ListedValues(words), script, ref at);
        }

        if (ProgressionLine().Match(script, at) is not { Success: true } line)
            return null;
        at += line.Length;
        return Of(line, new ProgressionValues(Number(line.Groups["start"]) ?? 0, Number(line.Groups["step"]) ?? 0, line.Groups["decimals"].Length), script, ref at);
    }

    private static PointColumn Of(Match place, ColumnValues values, string script, ref int at)
    {
        var name = script.IndexOf('#', at) + 1;
        var end = script.IndexOf('\n', name);
        at = end + 1;
        return new(script[name..end], Number(place.Groups["stride"]) ?? 1, Number(place.Groups["cycle"]), Number(place.Groups["first"]) ?? 0, values);
    }

    private static long? Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\G_v \$\(\(_i(/(?<stride>\d+))?(%(?<cycle>\d+))?(-(?<first>\d+))?\)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListLine();

    [GeneratedRegex(
        @"\G(_\d+=|_d )\$\(\((?<start>-?\d+)\+(?<step>-?\d+)\*\(_i(/(?<stride>\d+))?(%(?<cycle>\d+))?(-(?<first>\d+))?\)\)\)( 1(?<decimals>0+))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ProgressionLine();
}
