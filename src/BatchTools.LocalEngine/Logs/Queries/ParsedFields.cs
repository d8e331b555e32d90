using System.Text.RegularExpressions;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The command <c>parse</c>: fields out of a field's text; where it does not match, the row has none of them.</summary>
/// <param name="field">The field whose text is looked at.</param>
/// <param name="pattern">Has a group for each name; where the names are not those of its groups, they stand for them by place.</param>
/// <param name="names">The fields that are made.</param>
internal sealed class ParsedFields(string field, Regex pattern, IReadOnlyList<string> names)
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The pattern of a text with a <c>*</c> for each field, each taking as little as it can.</summary>
    public static Regex OfGlob(string glob)
    {
        var parts = glob.Split('*').Select(Regex.Escape);
        var end = glob.EndsWith('*') ? "\\z" : "";
        return QueryPattern.Parse("(?s)" + string.Join("(.*?)", parts) + end);
    }

    public IEnumerable<QueryRow> Of(IEnumerable<QueryRow> rows) => rows.Select(Extract);

    private QueryRow Extract(QueryRow row)
    {
        if (row[field].Text is not { } text || pattern.Match(text) is not { Success: true } match)
            return row;
        for (var index = 0; index < Names.Count; index++)
        {
            var group = match.Groups[Names[index]] is { Success: true } named ? named : match.Groups[index + 1];
            if (group.Success)
                row[Names[index]] = QueryValue.Of(group.Value);
        }

        return row;
    }
}
