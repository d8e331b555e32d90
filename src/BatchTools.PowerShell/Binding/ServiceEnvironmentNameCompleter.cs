namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of service environments.</summary>
public sealed class ServiceEnvironmentNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new ServiceEnvironments(connection, SilentReporter.Instance).GetAsync([], cancellationToken),
        environment => new(environment.ServiceEnvironmentName, $"{environment.ServiceEnvironmentName}: {environment.Type}, {environment.State}, {environment.Status}"));

    private protected override NameCache Cache => Names;
}
