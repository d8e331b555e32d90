using System.Globalization;
using System.Text;

namespace BatchTools;

/// <summary>How lines of logs are shown on a console.</summary>
public static class LogText
{
    private const string Reset = "\e[0m";

    // Colours of the 256 that can be read on black and on white, neighbours far apart.
    private static readonly int[] Colours = [33, 208, 34, 170, 37, 172, 99, 70, 204, 30, 136, 63, 160, 107, 133, 25];

    /// <summary>What marks the lines of one attempt: [name:index#attempt], with a node as name/node and a container behind.</summary>
    /// <param name="line">A line.</param>
    /// <param name="colour">Whether the mark has the colour of its attempt.</param>
    /// <returns>The mark.</returns>
    public static string Mark(JobLogEvent line, bool colour)
    {
        ArgumentNullException.ThrowIfNull(line);
        var mark = $"[{Source(line)}#{line.Attempt.ToString(CultureInfo.InvariantCulture)}{(line.Container is { } container ? $" {container}" : "")}]";
        return colour ? $"\e[38;5;{Colours[line.Stream.Place % Colours.Length]}m{mark}{Reset}" : mark;
    }

    /// <summary>The job of a line by name, with the index of an array child or the number of a node.</summary>
    /// <param name="line">A line.</param>
    /// <returns>The name, as sim:3.</returns>
    public static string Source(JobLogEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var part = line.ArrayIndex is { } index ? $":{index.ToString(CultureInfo.InvariantCulture)}"
            : line.NodeIndex is { } node ? $"/{node.ToString(CultureInfo.InvariantCulture)}" : "";
        return Visible(line.JobName, colour: false) + part;
    }

    /// <summary>
    /// A line that can do nothing to a console but colour it: other escape sequences and control characters are shown, as ^[ and ^G,
    /// marks of writing direction by their numbers. A tab stays.
    /// </summary>
    /// <param name="message">The line as the job wrote it.</param>
    /// <param name="colour">Whether its colours are kept; else they are left out.</param>
    /// <returns>The line to show; it ends with the colours reset if it has any.</returns>
    public static string Visible(string message, bool colour)
    {
        ArgumentNullException.ThrowIfNull(message);
        var harmful = FirstHarmful(message);
        if (harmful < 0)
            return message;

        var text = new StringBuilder(message, 0, harmful, message.Length + 16);
        var isColoured = false;
        for (var at = harmful; at < message.Length; at++)
        {
            var character = message[at];
            if (!IsHarmful(character))
            {
                text.Append(character);
            }
            else if (ColourLength(message.AsSpan(at)) is var length and > 0)
            {
                isColoured = colour;
                if (colour)
                    text.Append(message, at, length);
                at += length - 1;
            }
            else
            {
                text.Append(Name(character));
            }
        }

        return isColoured ? text.Append(Reset).ToString() : text.ToString();
    }

    private static int FirstHarmful(string message)
    {
        for (var at = 0; at < message.Length; at++)
        {
            if (IsHarmful(message[at]))
                return at;
        }

        return -1;
    }

    // Control characters of both sets, the line separators that consoles obey, and what turns the direction of writing.
    private static bool IsHarmful(char character) => character switch
    {
        '\t' => false,
        < ' ' or (>= '\x7f' and <= '\x9f') => true,
        '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => true,
        _ => false,
    };

    // The length of a sequence that sets colours and nothing else: ESC [ digits and separators m.
    private static int ColourLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '\e' || text[1] != '[')
            return 0;
        var end = text[2..].IndexOfAnyExcept("0123456789;:");
        return end >= 0 && text[end + 2] == 'm' ? end + 3 : 0;
    }

    private static string Name(char character) => character switch
    {
        < ' ' => $"^{(char)(character + '@')}",
        '\x7f' => "^?",
        _ => $"<U+{(int)character:X4}>",
    };
}
