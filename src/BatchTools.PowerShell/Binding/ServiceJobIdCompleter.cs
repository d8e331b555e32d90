namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the ids of service jobs; what is typed may also be a part of a job's name.</summary>
public sealed class ServiceJobIdCompleter : ServiceNameCompleter
{
    private static readonly NameCache Ids = NameCache.Of(
        (connection, cancellationToken) => new ServiceJobs(connection, SilentReporter.Instance).GetAsync(new ServiceJobFilter(), cancellationToken),
        job => new(job.JobId, $"{job.JobName}: {job.Status}", $"{job.JobName} ({job.Status})"));

    private protected override NameCache Cache => Ids;
}
