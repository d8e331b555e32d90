namespace BatchTools.PowerShell.Binding;

/// <summary>Takes anything that the service described, or any object with a property ResourceArn or Arn, for its ARN.</summary>
public sealed class ArnTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        null => null,
        IDescribed described => described.Arn,
        string text when ArnName.IsArn(text) => text,
        string text => throw BatchException.For(nameof(Messages.NotAnArn), ErrorKind.InvalidInput, text, $"'{text}'"),
        var other => Property(other, "ResourceArn") as string ?? Property(other, "Arn") as string
            ?? throw BatchException.For(nameof(Messages.NotAnArn), ErrorKind.InvalidInput, other, $"A {other.GetType().Name}"),
    };
}
