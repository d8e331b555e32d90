using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes names that the service knows, over the connection that the command would use.</summary>
public abstract class ServiceNameCompleter : SuggestionCompleter
{
    private protected ServiceNameCompleter()
    {
    }

    private protected abstract NameCache Cache { get; }

    private protected sealed override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) =>
        (Bound(bound) ?? BatchSession.Current.Default) is { } connection ? Cache.Names(connection) : [];

    private static BatchConnection? Bound(IDictionary bound) =>
        bound["Connection"] switch
        {
            PSObject { BaseObject: BatchConnection connection } => connection,
            BatchConnection connection => connection,
            string name => BatchSession.Current.Connections.FirstOrDefault(open => open.Name.Equals(name, StringComparison.OrdinalIgnoreCase)),
            _ => null,
        };
}
