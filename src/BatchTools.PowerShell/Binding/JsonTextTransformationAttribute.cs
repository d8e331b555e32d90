using System.Text.Json;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes a hashtable or an object for the JSON text that says the same.</summary>
public sealed class JsonTextTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) => Unwrap(value) is null or string ? Unwrap(value) : JsonSerializer.Serialize(PlainData.Of(value));
}
