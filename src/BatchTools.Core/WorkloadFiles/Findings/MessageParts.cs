using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles;

/// <summary>Takes the message of a problem apart: the place, what is wrong, and what to do. The texts of messages are written in that order.</summary>
internal static partial class MessageParts
{
    private const string PlaceFirst = "{0}: ";

    /// <summary>The parts; no place where the problem has none, no suggestion where its text ends with what is wrong.</summary>
    public static (string? Place, string Message, string? Suggestion) Of(BatchException problem)
    {
        var text = Messages.ResourceManager.GetString(problem.ErrorId, CultureInfo.InvariantCulture)!;
        var place = problem.Place;
        if (text.StartsWith(PlaceFirst, StringComparison.Ordinal))
        {
            place ??= problem.Arguments[0]?.ToString();
            text = text[PlaceFirst.Length..];
        }

        var end = EndOfSentence().Match(text) is { Success: true } match ? match.Index + 1 : text.Length;
        var suggestion = Format(text[end..], problem).Trim();
        return (place, Sentence(Format(text[..end], problem)), suggestion.Length == 0 ? null : suggestion);
    }

    private static string Format(string text, BatchException problem) => string.Format(CultureInfo.InvariantCulture, text, [.. problem.Arguments]);

    // What begins with a name of the file stays as it is.
    private static string Sentence(string text) => Word().IsMatch(text) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"\A[a-z]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // The next sentence may begin with what a placeholder stands for.
    [GeneratedRegex(@"[.;](?= ?\{[0-9]| [A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfSentence();
}
