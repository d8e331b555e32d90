namespace BatchTools.PowerShell.Binding;

/// <summary>
/// Takes a job, an id, an ARN, or any object with a property JobId (as log lines have) for a reference to a job. Nothing else:
/// the name of some type is never sent as an id.
/// </summary>
public sealed class JobTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        null => null,
        JobReference reference => reference,
        Job job => JobReference.To(job),
        string id => JobReference.To(id),
        var other when Property(other, "JobId") is string id => JobReference.To(id, Property(other, "Connection") as BatchConnection),
        var other => throw BatchException.For(nameof(Messages.InvalidJobId), ErrorKind.InvalidInput, other, other),
    };
}
