using System.Management.Automation;
using BatchTools.PowerShell.Life;

namespace BatchTools.PowerShell.Commands;

/// <summary>Disables job queues: they take no new jobs, and the jobs in them go on.</summary>
/// <remarks>
/// <para>
/// A queue has to be disabled before it is deleted; Remove-BatchJobQueue does both. A queue that is disabled already is left as it is.
/// The queues are passed on to the next command of the pipeline.
/// </para>
/// </remarks>
/// <example>
/// <code>Disable-BatchJobQueue nightly</code>
/// <para>Closes a queue to new jobs.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue test-* | Disable-BatchJobQueue | Remove-BatchJobQueue -Force</code>
/// <para>Closes the queues whose names begin with test-, and removes them with the jobs that are left in them.</para>
/// </example>
/// <seealso cref="EnableBatchJobQueueCommand"/>
/// <seealso cref="RemoveBatchJobQueueCommand"/>
[Cmdlet(VerbsLifecycle.Disable, "BatchJobQueue", SupportsShouldProcess = true)]
[OutputType(typeof(JobQueue))]
public sealed class DisableBatchJobQueueCommand : JobQueueLifeCmdlet
{
    /// <summary>Writes the queues as they are then also where no other command follows in the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool Writes => IsPassedOn(PassThru);

    private protected override Task<JobQueue?> ChangeAsync(IResourceLife<JobQueue> life, string name, CancellationToken cancellationToken) =>
        life.SwitchAsync(name, ResourceState.DISABLED, cancellationToken);
}
