using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Adds up what jobs cost: from the times that their attempts ran and the prices of what they ran on.</summary>
/// <remarks>
/// <para>
/// Each attempt pays for its run time: on Fargate for its vCPUs and memory, a minute at least, on EC2 for the part of an instance that
/// it took, by the present prices on demand or on Spot. AWS Batch does not tell on which instance type a job ran, so that the cost is
/// a range over those of the queue's compute environments. Parts of instances that no job used, disks, network, logs, taxes and
/// discounts do not count: the bill is in Cost Explorer. What cannot be looked up is in Missing, and is no error.
/// </para>
/// <para>
/// Waste is what went into attempts that ended without success. Jobs on the local engine cost nothing: their cost says what they would
/// have cost on AWS, by the engine's own dated table of prices.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchCost</code>
/// <para>Shows what the jobs of a queue cost, by workload, and how much of that was wasted.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchCost -By Job | Sort-Object { $_.Cost.High } -Descending | Select-Object -First 10</code>
/// <para>Finds the ten dearest jobs.</para>
/// </example>
/// <example>
/// <code>Measure-BatchCost md-42 | Format-List Cost, Waste, Rates, Missing</code>
/// <para>Shows what a workload cost, and what that comes from.</para>
/// </example>
/// <seealso cref="MeasureBatchWorkloadCommand"/>
/// <seealso cref="SubmitBatchJobCommand"/>
/// <seealso cref="FindBatchInstanceTypeCommand"/>
[Cmdlet(VerbsDiagnostic.Measure, "BatchCost", DefaultParameterSetName = JobSet)]
[OutputType(typeof(JobCost))]
public sealed class MeasureBatchCostCommand : ConnectedCmdlet<Job, JobCost>
{
    private const string JobSet = "Job";
    private const string NameSet = "Name";

    private readonly List<string> _names = [];

    /// <summary>The jobs; of array jobs their children are counted.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [Alias("InputObject")]
    public Job[] Job { get; set; } = [];

    /// <summary>The names of workloads, whose jobs are looked up; also workloads as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = NameSet)]
    [Alias("Workload")]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>What the costs are added up by: Workload, JobQueue, JobDefinition, or Job for each job by itself. Default: Workload.</summary>
    [Parameter]
    public CostGrouping By { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == JobSet)
        {
            foreach (var job in Job)
                Post(job, job.Connection);
        }
        else
        {
            _names.AddRange(Name);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_names.Count > 0)
            StartOver(Target);
        base.EndProcessing();
    }

    private protected override IAsyncEnumerable<JobCost> RunAsync(
        BatchConnection connection, IAsyncEnumerable<Job> input, IReporter reporter, CancellationToken cancellationToken) =>
        new CostMeasure(connection, reporter).MeasureAsync(
            _names.Count == 0 ? input : WorkloadJobs.FindAsync(connection, _names, reporter, cancellationToken).SelectAsync(reference => reference.Job!, cancellationToken),
            By, cancellationToken);
}
