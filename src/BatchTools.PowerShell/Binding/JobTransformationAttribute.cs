namespace BatchTools.PowerShell.Binding;

/// <summary>
/// Takes a job, an id, an ARN, a measured workload for all its jobs, or any object with a property JobId (as log lines have) for a reference to a job. Anything else stays
/// what it is, for another parameter to take: there is no conversion to a reference, so the name of a type is never sent as an id.
/// </summary>
public sealed class JobTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Convert(object? value) => Unwrap(value) switch
    {
        Job job => JobReference.To(job),
        WorkloadSummary summary => summary.Jobs.Select(JobReference.To).ToArray(),
        string id => JobReference.To(id),
        { } other when Property(other, "JobId") is string id => JobReference.To(id, Property(other, "Connection") as BatchConnection),
        _ => value,
    };
}
