using System.Text;

namespace BatchTools.LocalEngine.Logs;

/// <summary>
/// A filter of unstructured text, as CloudWatch Logs has it: terms that must all occur, quoted phrases, <c>-term</c> that must
/// not, and <c>?term</c> of which one must. Upper and lower case differ.
/// </summary>
internal sealed class FilterPattern
{
    private readonly List<byte[]> _all = [];
    private readonly List<byte[]> _any = [];
    private readonly List<byte[]> _none = [];

    private FilterPattern()
    {
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is a JSON, space-delimited or regular-expression pattern, or a quote is not closed.</exception>
    public static FilterPattern Parse(string? text)
    {
        var pattern = new FilterPattern();
        var at = 0;
        text ??= "";
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var target = text[at] switch { '-' => pattern._none, '?' => pattern._any, _ => pattern._all };
            if (text[at] is '-' or '?')
                at++;
            if (at < text.Length && text[at] is '{' or '[' or '%')
                throw new FormatException("only terms, \"quoted phrases\", -terms and ?terms can be searched for");
            target.Add(Encoding.UTF8.GetBytes(ReadTerm(text, ref at)));
        }

        return pattern;
    }

    public bool Matches(ReadOnlySpan<byte> message)
    {
        foreach (var term in _all)
        {
            if (message.IndexOf(term) < 0)
                return false;
        }

        foreach (var term in _none)
        {
            if (message.IndexOf(term) >= 0)
                return false;
        }

        foreach (var term in _any)
        {
            if (message.IndexOf(term) >= 0)
                return true;
        }

        return _any.Count == 0;
    }

    private static string ReadTerm(string text, ref int at)
    {
        var begin = at;
        if (at >= text.Length || text[at] != '"')
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            return text[begin..at];
        }

        var term = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return term.ToString();
            }

            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            term.Append(text[at]);
        }

        throw new FormatException("a quote is not closed");
    }
}
