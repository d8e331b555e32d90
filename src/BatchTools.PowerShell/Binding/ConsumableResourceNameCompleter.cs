namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of consumable resources.</summary>
public sealed class ConsumableResourceNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new ConsumableResources(connection, SilentReporter.Instance).GetAsync([], cancellationToken),
        resource => new(resource.ConsumableResourceName, $"{resource.ConsumableResourceName}: {resource.AvailableQuantity} of {resource.TotalQuantity} free"));

    private protected override NameCache Cache => Names;
}
