using System.Collections;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes which attempts are meant.</summary>
public sealed class AttemptCompleter : SuggestionCompleter
{
    private static readonly Suggestion[] Known =
    [
        new("All", "Every attempt"),
        new("Last", "The last attempt"),
        new("1", "The first attempt"),
        new("-2", "The attempt before the last"),
    ];

    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) => Known;
}
