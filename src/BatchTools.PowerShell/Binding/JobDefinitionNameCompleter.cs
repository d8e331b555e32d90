namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of job definitions that are active.</summary>
public sealed class JobDefinitionNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new JobDefinitions(connection, SilentReporter.Instance).GetAsync(new JobDefinitionFilter(), cancellationToken),
        definition => new(definition.JobDefinitionName, $"{definition}: {definition.Image}"));

    private protected override NameCache Cache => Names;
}
