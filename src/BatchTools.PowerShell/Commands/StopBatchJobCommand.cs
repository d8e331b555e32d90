using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Stops jobs: what has not started is cancelled, what runs is terminated.</summary>
/// <remarks>
/// <para>
/// A stopped job becomes FAILED with the reason that is given here; what its StatusReason said before is kept in PreviousStatusReason of
/// the objects that come out. On AWS that takes a moment; -Wait waits for it. An array job stops with all its children. Many jobs are
/// stopped 50 a call where the service can do that.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob -Workload md-42 -Status RUNNABLE, RUNNING | Stop-BatchJob -Reason 'Wrong force field'</code>
/// <para>Stops what waits and what runs of a workload.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Stop-BatchJob -WhatIf</code>
/// <para>Tells which jobs would be stopped.</para>
/// </example>
/// <example>
/// <code>Stop-BatchJob -Workload md-42 -Reason 'Wrong input' -Wait</code>
/// <para>Stops all that is unfinished of a workload, and gives each job when it has ended.</para>
/// </example>
/// <seealso cref="GetBatchJobCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Stop, "BatchJob", SupportsShouldProcess = true, DefaultParameterSetName = JobSet)]
[BatchOperation("CancelJob")]
[BatchOperation("CancelJobs")]
[BatchOperation("TerminateJob")]
[BatchOperation("TerminateJobs")]
[OutputType(typeof(Job))]
public sealed class StopBatchJobCommand : JobCmdlet<Job>
{
    private const string JobSet = "Job";
    private const string WorkloadSet = "Workload";

    private string? _workload;

    /// <summary>The jobs, as objects, or by id or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    [RequestMember("jobId")]
    [RequestMember("jobs")]
    public JobReference[] Job { get; set; } = [];

    /// <summary>The workloads of which everything unfinished is to be stopped, also what is being submitted to them meanwhile.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkloadSet)]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string[] Workload { get; set; } = [];

    /// <summary>Why they are stopped; it becomes the status reason of the jobs. Default: Stopped by the user.</summary>
    [Parameter(Position = 1)]
    [ValidateLength(1, 1024)]
    [RequestMember("reason")]
    public string? Reason { get; set; }

    /// <summary>Waits until each job has ended, and gives it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    private StopOptions Options => Reason is null ? new StopOptions { Wait = Wait } : new StopOptions { Reason = Reason, Wait = Wait };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job.Where(job => ShouldProcess(job.Job is { JobName: var name } ? $"{name} ({job})" : $"{job}", "Stop the job")))
            PostJob(job);
        foreach (var workload in Workload.Where(workload => ShouldProcess(workload, "Stop everything unfinished of the workload")))
        {
            _workload = workload;
            StartOver(Target);
            Finish();
        }
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        _workload is null
            ? new JobStopper(connection, reporter).StopAsync(input, Options, cancellationToken)
            : new WorkloadStopper(connection, reporter).StopAsync(_workload, Options, cancellationToken);
}
