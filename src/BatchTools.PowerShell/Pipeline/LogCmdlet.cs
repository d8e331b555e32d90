using System.Management.Automation;
using BatchTools.PowerShell.Binding;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>A cmdlet that reads logs of jobs: of jobs that are piped, and of all jobs of a workload.</summary>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class LogCmdlet<TOutput> : JobCmdlet<TOutput>
{
    private protected const string JobSet = "Job";
    private protected const string WorkloadSet = "Workload";

    private string[] _workloads = [];

    private protected LogCmdlet()
    {
    }

    /// <summary>The jobs, as objects, or by id or ARN; also single children (id:3) and nodes (id#1), and what Measure-BatchWorkload gives.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public virtual JobReference[] Job { get; set; } = [];

    /// <summary>The names of workloads, for all their jobs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkloadSet)]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string[] Workload { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
        {
            if (Wants(job.Job is { JobName: var name } ? $"{name} ({job})" : $"{job}"))
                PostJob(job);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == WorkloadSet)
        {
            _workloads = [.. Workload.Where(name => Wants($"Workload {name}"))];
            if (_workloads.Length > 0)
                StartOver(Target);
        }

        base.EndProcessing();
    }

    /// <summary>Whether a job or a workload is to be worked on; asks where the cmdlet changes something.</summary>
    private protected virtual bool Wants(string target) => true;

    /// <summary>The work on the jobs.</summary>
    private protected abstract IAsyncEnumerable<TOutput> ReadAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> jobs, IReporter reporter, CancellationToken cancellationToken);

    private protected sealed override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        ReadAsync(connection, _workloads is [] ? input : WorkloadJobs.FindAsync(connection, _workloads, reporter, cancellationToken), reporter, cancellationToken);
}
