using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Sums jobs up: how many succeeded and failed and why, how long they ran and waited, how many vCPU hours they took.</summary>
/// <remarks>
/// <para>
/// Jobs are piped in, or found by the name of their workload. The summary comes at the end; a job that came several times counts once,
/// as it was last.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchWorkload</code>
/// <para>Sums up all jobs of a queue.</para>
/// </example>
/// <example>
/// <code>(Measure-BatchWorkload md-42).Failures</code>
/// <para>Lists why jobs of the workload md-42 failed, the most frequent reason first.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchWorkload -Cost | Export-BatchReport report.html</code>
/// <para>Writes a report with a column of what each job cost.</para>
/// </example>
/// <seealso cref="MeasureBatchCostCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
/// <seealso cref="ExportBatchReportCommand"/>
[Cmdlet(VerbsDiagnostic.Measure, "BatchWorkload", DefaultParameterSetName = JobSet)]
[OutputType(typeof(WorkloadSummary))]
public sealed class MeasureBatchWorkloadCommand : ConnectedCmdlet<Job, WorkloadSummary>
{
    private const string JobSet = "Job";
    private const string NameSet = "Name";

    /// <summary>The jobs.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [Alias("InputObject")]
    public Job[] Job { get; set; } = [];

    /// <summary>The name of a workload, whose jobs are looked up.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [Alias("Workload")]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// Looks up what the jobs cost too, as Measure-BatchCost does; the summary has it as Cost and Costs, and a report shows it. Jobs on
    /// the local engine cost nothing; it is what they would cost on AWS. Default: no prices are looked up.
    /// </summary>
    [Parameter]
    public SwitchParameter Cost { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
            Post(job, job.Connection);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == NameSet)
            StartOver(Target);
        base.EndProcessing();
    }

    private protected override async IAsyncEnumerable<WorkloadSummary> RunAsync(
        BatchConnection connection, IAsyncEnumerable<Job> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new Jobs(connection, reporter);
        var jobs = Name is null ? all.InFullAsync(input, cancellationToken) : all.GetAsync(new JobFilter { Workload = Name }, cancellationToken);
        var measure = new WorkloadMeasure(Name);
        var count = 0;
        await foreach (var job in jobs.WithCancellation(cancellationToken))
        {
            measure.Add(job);
            count++;
        }

        if (count > 0)
            yield return Cost ? await new SummaryCosts(reporter).AddToAsync(measure.ToSummary(), cancellationToken) : measure.ToSummary();
        else
            reporter.Error(BatchException.For(nameof(Messages.WorkloadNotFound), ErrorKind.NotFound, Name, Name, connection.Name));
    }
}
