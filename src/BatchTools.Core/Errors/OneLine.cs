using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>Brings a service's or a library's text into one line that ends as a sentence does.</summary>
internal static partial class OneLine
{
    /// <summary>The message of an exception.</summary>
    public static string Of(Exception exception) => Of(exception.Message);

    /// <summary>A text.</summary>
    public static string Of(string? text)
    {
        var line = Blanks().Replace(text ?? "", " ").Trim();
        return line.Length == 0 ? "No reason was given." : line[^1] is '.' or '!' or '?' ? line : line + ".";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
