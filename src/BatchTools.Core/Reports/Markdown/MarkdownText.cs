using System.Text;

namespace BatchTools;

/// <summary>Text that stays text in Markdown, also in a cell of a table.</summary>
internal static class MarkdownText
{
    private const string Marks = @"\`*_{}[]()#+!|~$";

    /// <summary>The text on one line, with nothing in it that Markdown or HTML would take for its own.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (char.IsControl(letter))
                written.Append(' ');
            else if (letter is '<')
                written.Append("&lt;");
            else if (letter is '>')
                written.Append("&gt;");
            else if (letter is '&')
                written.Append("&amp;");
            else if (letter is '@')
                // Else it would call the person of that name.
                written.Append("&#64;");
            else if (Marks.Contains(letter, StringComparison.Ordinal))
                written.Append('\\').Append(letter);
            else
                written.Append(letter);
        }

        return written.ToString();
    }
}
