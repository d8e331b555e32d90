using System.Collections;
using System.Management.Automation;

namespace BatchTools.PowerShell.Binding;

/// <summary>Turns what is given for a parameter, alone or in a list, into what the parameter takes.</summary>
public abstract class ValueTransformationAttribute : ArgumentTransformationAttribute
{
    private protected ValueTransformationAttribute()
    {
    }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return Unwrap(inputData) is IEnumerable and not (string or IDictionary) and var list
                ? ((IEnumerable)list).Cast<object?>().Select(item => Convert(item)).ToArray()
                : Convert(inputData);
        }
        catch (BatchException error)
        {
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }

    /// <summary>Turns one value; gives it back as it is where PowerShell's own conversion is right.</summary>
    private protected abstract object? Convert(object? value);

    /// <summary>The object behind PowerShell's wrapper.</summary>
    private protected static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;

    /// <summary>The value of a property of any object, also of one that PowerShell made up; null if it has none.</summary>
    private protected static object? Property(object value, string name) =>
        value is IDictionary map ? (map.Contains(name) ? Unwrap(map[name]) : null) : Unwrap(PSObject.AsPSObject(value).Properties[name]?.Value);
}
