namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of workloads that jobs belong to.</summary>
public sealed class WorkloadNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = RecentJobs.Cache(job => job.Workload is { } workload ? new Suggestion(workload) : null, detail: true);

    private protected override NameCache Cache => Names;
}
