using System.Globalization;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes <c>2GB</c>, which PowerShell reads as a number of bytes, for 2048 MiB; smaller numbers are MiB already.</summary>
public sealed class MemoryTransformationAttribute : ValueTransformationAttribute
{
    private const long Mebibyte = 1L << 20;

    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        int or long or uint or ulong or double or decimal => MebibytesOf(System.Convert.ToDecimal(Unwrap(value), CultureInfo.InvariantCulture)),
        _ => value,
    };

    /// <summary>No job has a million MiB, and none can do with less than a MiB of bytes: the number tells its unit.</summary>
    private static decimal MebibytesOf(decimal number) => number >= Mebibyte ? number / Mebibyte : number;
}
