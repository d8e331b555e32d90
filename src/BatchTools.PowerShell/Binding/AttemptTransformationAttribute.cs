using System.Globalization;

namespace BatchTools.PowerShell.Binding;

/// <summary>Takes <c>All</c> and <c>Last</c> besides numbers of attempts: 0 stands for all of them, -1 for the last.</summary>
public sealed class AttemptTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        JobAttempt attempt => attempt.Number,
        string text when text.Trim().Equals("All", StringComparison.OrdinalIgnoreCase) => 0,
        string text when text.Trim().Equals("Last", StringComparison.OrdinalIgnoreCase) => -1,
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        string text => throw BatchException.For(nameof(Messages.InvalidAttempt), ErrorKind.InvalidInput, text, text),
        _ => value,
    };
}
