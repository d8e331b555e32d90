using System.Management.Automation;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Stops jobs: what has not started is cancelled, what runs is terminated.</summary>
/// <remarks>
/// <para>
/// A stopped job becomes FAILED with the reason that is given here. On AWS that takes a moment; Wait-BatchJob waits for it. An array
/// job stops with all its children.
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
/// <seealso cref="GetBatchJobCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Stop, "BatchJob", SupportsShouldProcess = true)]
[OutputType(typeof(Job))]
public sealed class StopBatchJobCommand : PipedJobCmdlet<Job>
{
    /// <summary>Why they are stopped; it becomes the status reason of the jobs. Default: Stopped by the user.</summary>
    [Parameter(Position = 1)]
    [ValidateLength(1, 1024)]
    public string? Reason { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job.Where(job => ShouldProcess(job.Job is { JobName: var name } ? $"{name} ({job})" : $"{job}", "Stop the job")))
            PostJob(job);
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        new JobStopper(connection, reporter).StopAsync(input, Reason is null ? new StopOptions() : new StopOptions { Reason = Reason }, cancellationToken);
}
