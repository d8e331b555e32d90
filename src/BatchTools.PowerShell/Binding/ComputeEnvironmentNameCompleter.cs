using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of compute environments.</summary>
public sealed class ComputeEnvironmentNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = new(LookUpAsync, TimeProvider.System);

    private protected override NameCache Cache => Names;

    private static async IAsyncEnumerable<Suggestion> LookUpAsync(BatchConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var environment in new ComputeEnvironments(connection, SilentReporter.Instance).GetAsync([], cancellationToken))
            yield return new Suggestion(environment.ComputeEnvironmentName, $"{environment.ComputeEnvironmentName}: {environment.Type}, {environment.State}, {environment.Status}");
    }
}
