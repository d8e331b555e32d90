using System.Management.Automation;
using BatchTools.PowerShell.Binding;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>A cmdlet that reads logs of jobs: of jobs that are piped, and of all jobs of a workload.</summary>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class LogCmdlet<TOutput> : JobCmdlet<TOutput>
{
    private protected const string JobSet = "Job";
    private protected const string WorkloadSet = "Workload";
    private protected const string SummarySet = "Summary";

    private protected LogCmdlet()
    {
    }

    /// <summary>The jobs, as objects, or by id or ARN; also single children (id:3) and nodes (id#1).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public JobReference[] Job { get; set; } = [];

    /// <summary>The names of workloads, for all their jobs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkloadSet)]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string[] Workload { get; set; } = [];

    /// <summary>Workloads as Measure-BatchWorkload gives them, for all their jobs.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = SummarySet)]
    public WorkloadSummary[] Summary { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job.Concat(Summary.SelectMany(summary => summary.Jobs).Select(JobReference.To)))
            PostJob(job);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == WorkloadSet)
            StartOver(Target);
        base.EndProcessing();
    }

    /// <summary>The work on the jobs.</summary>
    private protected abstract IAsyncEnumerable<TOutput> ReadAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> jobs, IReporter reporter, CancellationToken cancellationToken);

    private protected sealed override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        ReadAsync(connection, Workload is [] ? input : WorkloadJobs.FindAsync(connection, Workload, reporter, cancellationToken), reporter, cancellationToken);
}
