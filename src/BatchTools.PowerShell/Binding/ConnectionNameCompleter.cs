using System.Collections;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of the open connections.</summary>
public sealed class ConnectionNameCompleter : SuggestionCompleter
{
    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) =>
        BatchSession.Current.Connections.Select(connection => new Suggestion(connection.Name, $"{connection.Name}: {connection.Kind}, {connection.Region}"));
}
