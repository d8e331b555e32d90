namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>Splits an event into columns.</summary>
internal static class ColumnSplitter
{
    /// <summary>The columns of a text; where it has more than wanted, the last takes what is left.</summary>
    public static List<string> Split(string text, int most)
    {
        var columns = new List<string>();
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var length = Length(rest);
            if (columns.Count == most - 1 && !rest[length..].IsWhiteSpace())
            {
                columns.Add(rest.ToString());
                return columns;
            }

            var column = rest[..length];
            columns.Add((IsGroup(column) ? column[1..^1] : column).ToString());
            rest = rest[length..].TrimStart();
        }

        return columns;
    }

    private static bool IsGroup(ReadOnlySpan<char> column) => column is ['"', .., '"'] or ['[', .., ']'];

    // Up to the closing quote or bracket that white space follows, or the end of the word where there is none.
    private static int Length(ReadOnlySpan<char> text)
    {
        if (text[0] is '"' or '[')
        {
            var close = text[0] == '"' ? '"' : ']';
            for (var at = 1; at < text.Length; at++)
            {
                if (text[at] == close && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])))
                    return at + 1;
            }
        }

        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }
}
