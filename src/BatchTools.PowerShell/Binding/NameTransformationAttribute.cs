using System.Collections;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes objects for the names that they carry, in the first of some properties that they have.</summary>
/// <param name="properties">The properties that may hold a name, or a list of names.</param>
public sealed class NameTransformationAttribute(params string[] properties) : ValueTransformationAttribute
{
    /// <summary>The properties that may hold a name.</summary>
    public IReadOnlyList<string> Properties => properties;

    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        null => null,
        string name => name,
        JobDefinition definition => definition.ToString(),
        { } number when number.GetType().IsPrimitive => SweepValue.Text(number),
        var other => properties.Select(property => Property(other, property)).FirstOrDefault(found => found is string or IEnumerable)
            ?? throw BatchException.For(nameof(Messages.NotAName), ErrorKind.InvalidInput, other, other.GetType().Name),
    };
}
