using System.Text;

namespace BatchTools;

/// <summary>
/// Words of a POSIX shell, which come out of it byte for byte as they went in, and stay as they are where AWS Batch replaces
/// <c>Ref::name</c>.
/// </summary>
internal static class ShellWord
{
    private const string Mark = "Ref::";

    // The quotes end and begin again inside the mark, so that it is one to the shell alone.
    private const string HiddenMark = "Ref:'':";

    /// <summary>Whether a shell can carry the text: it knows no null character, and no half of a surrogate pair has bytes.</summary>
    public static bool CanCarry(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                place++;
            else if (text[place] == '\0' || char.IsSurrogate(text[place]))
                return false;
        }

        return true;
    }

    /// <summary>The word for a text, in quotes where it needs them.</summary>
    public static string Quote(string text)
    {
        if (text.Length > 0 && text.All(IsPlain) && !text.Contains(Mark, StringComparison.Ordinal))
            return text;
        return $"'{text.Replace("'", @"'\''", StringComparison.Ordinal).Replace(Mark, HiddenMark, StringComparison.Ordinal)}'";
    }

    /// <summary>Reads a word, as <see cref="Quote"/> wrote it.</summary>
    /// <param name="script">The text that holds it.</param>
    /// <param name="place">Where it begins; then where it ends.</param>
    public static string Read(string script, ref int place)
    {
        var word = new StringBuilder();
        while (place < script.Length && script[place] is not (' ' or ';' or '\n'))
        {
            if (script[place] == '\'')
            {
                var end = script.IndexOf('\'', place + 1);
                if (end < 0)
                    throw new FormatException();
                word.Append(script, place + 1, end - place - 1);
                place = end + 1;
            }
            else
            {
                place += script[place] == '\\' ? 1 : 0;
                word.Append(script[place++]);
            }
        }

        return word.ToString();
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or ':' or ',' or '@' or '%' or '+';
}
