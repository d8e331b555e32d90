using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of job definitions that are active.</summary>
public sealed class JobDefinitionNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = new(LookUpAsync, TimeProvider.System);

    private protected override NameCache Cache => Names;

    private static async IAsyncEnumerable<Suggestion> LookUpAsync(BatchConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var definition in new JobDefinitions(connection, SilentReporter.Instance).GetAsync(new JobDefinitionFilter(), cancellationToken))
            yield return new Suggestion(definition.JobDefinitionName, $"{definition}: {definition.Image}");
    }
}
