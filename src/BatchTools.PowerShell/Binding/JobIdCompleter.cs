namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the ids of jobs; what is typed may also be a part of a job's name.</summary>
public sealed class JobIdCompleter : ServiceNameCompleter
{
    private static readonly NameCache Ids = RecentJobs.Cache(job => new Suggestion(job.JobId, $"{job.JobName}: {job.Status}", $"{job.JobName} ({job.Status})"));

    private protected override NameCache Cache => Ids;
}
