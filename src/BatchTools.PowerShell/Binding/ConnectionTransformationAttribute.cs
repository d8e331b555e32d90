using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes the name of an open connection for the connection.</summary>
public sealed class ConnectionTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) =>
        Unwrap(value) is string name ? ConnectionNames.Find(name, BatchSession.Current.Connections) : value;
}
