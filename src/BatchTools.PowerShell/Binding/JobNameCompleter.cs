namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of jobs.</summary>
public sealed class JobNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = RecentJobs.Cache(job => new Suggestion(job.JobName));

    private protected override NameCache Cache => Names;
}
