namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of compute environments.</summary>
public sealed class ComputeEnvironmentNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new ComputeEnvironments(connection, SilentReporter.Instance).GetAsync([], cancellationToken),
        environment => new(environment.ComputeEnvironmentName, $"{environment.ComputeEnvironmentName}: {environment.Type}, {environment.State}, {environment.Status}"));

    private protected override NameCache Cache => Names;
}
