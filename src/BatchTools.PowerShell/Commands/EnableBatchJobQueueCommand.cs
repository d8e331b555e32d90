using System.Management.Automation;
using BatchTools.PowerShell.Life;

namespace BatchTools.PowerShell.Commands;

/// <summary>Enables job queues, so that they take jobs.</summary>
/// <remarks>
/// <para>
/// A queue that is enabled already is left as it is. The queues are passed on to the next command of the pipeline.
/// </para>
/// </remarks>
/// <example>
/// <code>Enable-BatchJobQueue nightly -Wait</code>
/// <para>Opens a queue to jobs, and waits until it takes them.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue | Where-Object State -eq DISABLED | Enable-BatchJobQueue -WhatIf</code>
/// <para>Tells which queues would be opened.</para>
/// </example>
/// <seealso cref="DisableBatchJobQueueCommand"/>
/// <seealso cref="RemoveBatchJobQueueCommand"/>
[Cmdlet(VerbsLifecycle.Enable, "BatchJobQueue", SupportsShouldProcess = true)]
[OutputType(typeof(JobQueue))]
public sealed class EnableBatchJobQueueCommand : JobQueueLifeCmdlet
{
    /// <summary>Writes the queues as they are then also where no other command follows in the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool Writes => IsPassedOn(PassThru);

    private protected override Task<JobQueue?> ChangeAsync(IResourceLife<JobQueue> life, string name, CancellationToken cancellationToken) =>
        life.SwitchAsync(name, ResourceState.ENABLED, cancellationToken);
}
