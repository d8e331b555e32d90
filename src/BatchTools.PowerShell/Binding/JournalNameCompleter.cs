using System.Runtime.CompilerServices;
using BatchTools.Journals;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of workloads that have a journal on this machine.</summary>
public sealed class JournalNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = new(ListAsync, TimeProvider.System);

    private protected override NameCache Cache => Names;

    private static async IAsyncEnumerable<Suggestion> ListAsync(BatchConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (_, header) in (await JournalFolder.OfAsync(connection, cancellationToken)).List())
            yield return new Suggestion(header.Workload);
    }
}
