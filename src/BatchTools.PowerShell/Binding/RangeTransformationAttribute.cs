using System.Globalization;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes <c>4</c>, <c>4..</c>, <c>..16</c> and <c>4..16</c> for a range of numbers; of memory with units, as MiB.</summary>
/// <param name="isMemory">Whether the numbers are sizes of memory.</param>
public sealed class RangeTransformationAttribute(bool isMemory = false) : ValueTransformationAttribute
{
    /// <summary>Whether the numbers are sizes of memory.</summary>
    public bool IsMemory { get; } = isMemory;

    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        string text => NumberRange.Parse(text, Number),
        int or long or double or decimal => NumberRange.Parse(System.Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture)!, Number),
        _ => value,
    };

    private decimal? Number(string text) => IsMemory ? MemorySize.Mebibytes(text) : NumberRange.Number(text);
}
