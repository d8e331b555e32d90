using System.Management.Automation;
using BatchTools.PowerShell.Life;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Removes job queues: disables them, waits, and deletes them, as AWS Batch wants it.</summary>
/// <remarks>
/// <para>
/// Jobs that have not ended end as FAILED with the queue; if there are any, that is asked first, also with -Confirm:$false. While AWS
/// Batch is still busy with the queue the steps are repeated, within -Timeout.
/// </para>
/// </remarks>
/// <example>
/// <code>Remove-BatchJobQueue nightly</code>
/// <para>Removes a queue, after a question.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue | Disable-BatchJobQueue | Remove-BatchJobQueue -Force -Wait</code>
/// <para>Removes every queue with its jobs, without a question, and waits until they are gone.</para>
/// </example>
/// <example>
/// <code>Remove-BatchJobQueue test-* -WhatIf</code>
/// <para>Tells which queues would be removed, and how many jobs would end with them.</para>
/// </example>
/// <seealso cref="GetBatchJobQueueCommand"/>
/// <seealso cref="DisableBatchJobQueueCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchJobQueue", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[BatchOperation("DeleteJobQueue")]
[OutputType(typeof(JobQueue))]
public sealed class RemoveBatchJobQueueCommand : JobQueueLifeCmdlet
{
    /// <summary>Asks nothing, whatever jobs are in the queues.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the queues as they were.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForced => Force;

    private protected override bool Writes => PassThru;

    private protected override Task<JobQueue?> ChangeAsync(IResourceLife<JobQueue> life, string name, CancellationToken cancellationToken) =>
        life.RemoveAsync(name, cancellationToken);
}
