using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes a parameter from a list of suggestions: those that begin as typed, then those that hold what was typed.</summary>
public abstract class SuggestionCompleter : IArgumentCompleter
{
    private protected SuggestionCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return
            from suggestion in Suggestions(typed, fakeBoundParameters)
            let rank = Rank(suggestion, typed)
            where rank < 2
            orderby rank
            select new CompletionResult(Quote(suggestion.Value), suggestion.Label ?? suggestion.Value, CompletionResultType.ParameterValue, suggestion.Note ?? suggestion.Value);
    }

    /// <summary>What can be offered.</summary>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="bound">The parameters that the command line gives already.</param>
    private protected abstract IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound);

    private static int Rank(Suggestion suggestion, string typed) =>
        suggestion.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0
        : suggestion.Value.Contains(typed, StringComparison.OrdinalIgnoreCase) || suggestion.Note?.Contains(typed, StringComparison.OrdinalIgnoreCase) == true ? 1
        : 2;

    private static string Quote(string value) =>
        value.All(character => char.IsAsciiLetterOrDigit(character) || "-_.:/\\~".Contains(character, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
