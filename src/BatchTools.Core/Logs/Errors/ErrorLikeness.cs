using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>Tells whether the ends of two logs are alike: what differs from run to run does not count.</summary>
internal sealed partial class ErrorLikeness
{
    private const double Enough = 0.75;
    private readonly string[] _words;

    private ErrorLikeness(string text)
    {
        Text = text;
        _words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The lines with times, ids and numbers made alike.</summary>
    public string Text { get; }

    /// <summary>The likeness of some lines.</summary>
    public static ErrorLikeness Of(IEnumerable<string> lines) => new(string.Join('\n', lines.Select(Normalised)));

    /// <summary>Whether this is like another: most of the words are the same, each counted as often as it occurs.</summary>
    public bool IsLike(ErrorLikeness other)
    {
        if (Text == other.Text)
            return true;
        if (_words.Length == 0 || other._words.Length == 0)
            return false;
        var left = other._words.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in _words)
        {
            if (left.GetValueOrDefault(word) is var count and > 0)
            {
                left[word] = count - 1;
                shared++;
            }
        }

        return 2.0 * shared / (_words.Length + other._words.Length) >= Enough;
    }

    private static string Normalised(string line)
    {
        var text = Colours().Replace(line, "");
        text = Times().Replace(text, "<time>");
        text = Ids().Replace(text, "<id>");
        text = Numbers().Replace(text, "<n>");
        return Blanks().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\e\[[0-9;:]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colours();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([.,]\d+)?(Z|[+-]\d\d:?\d\d)?|\b\d\d:\d\d:\d\d([.,]\d+)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    // UUIDs, and runs of hexadecimal digits that hold a number and are too long for a word.
    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|\b0x[0-9a-fA-F]+\b|\b(?=[a-fA-F]*\d)[0-9a-fA-F]{8,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex(@"[-+]?\d+([.,]\d+)*([eE][-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
