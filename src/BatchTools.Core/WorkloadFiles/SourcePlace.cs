using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles;

/// <summary>A place in a file, as compilers write it: `file(line,column)`, both counted from 1.</summary>
/// <param name="File">The file as its reader was told of it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 characters, as editors count, from 1.</param>
internal sealed partial record SourcePlace(string File, int Line, int Column)
{
    /// <summary>Reads a place as it is written; null if the text is none.</summary>
    public static SourcePlace? Parse(string? text) => text is not null && Written().Match(text) is { Success: true } match
        ? new(match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture))
        : null;

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line},{Column})";

    [GeneratedRegex(@"\A(.*)\(([0-9]{1,9}),([0-9]{1,9})\)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Written();
}
