using System.Management.Automation;
using BatchTools.PowerShell.Life;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Removes compute environments: disables them, takes them out of their queues, and deletes them, as AWS Batch wants it.</summary>
/// <remarks>
/// <para>
/// If job queues use an environment they are named and that is asked first, also with -Confirm:$false; then it is taken out of them. A
/// queue can not be without an environment: where this is a queue's only one it is not removed, and the error says what to do. While
/// AWS Batch is still busy with an environment or a queue the steps are repeated, within -Timeout.
/// </para>
/// </remarks>
/// <example>
/// <code>Remove-BatchComputeEnvironment small</code>
/// <para>Removes an environment, after a question.</para>
/// </example>
/// <example>
/// <code>Get-BatchComputeEnvironment test-* | Remove-BatchComputeEnvironment -WhatIf</code>
/// <para>Tells which environments would be removed, and out of which queues they would be taken.</para>
/// </example>
/// <example>
/// <code>Remove-BatchComputeEnvironment small -Force -Wait</code>
/// <para>Removes an environment without a question, and waits until it is gone.</para>
/// </example>
/// <seealso cref="GetBatchComputeEnvironmentCommand"/>
/// <seealso cref="DisableBatchComputeEnvironmentCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchComputeEnvironment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[BatchOperation("DeleteComputeEnvironment")]
[OutputType(typeof(ComputeEnvironment))]
public sealed class RemoveBatchComputeEnvironmentCommand : ComputeEnvironmentLifeCmdlet
{
    /// <summary>Asks nothing, whichever queues use the environments.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the environments as they were.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForced => Force;

    private protected override bool Writes => PassThru;

    private protected override Task<ComputeEnvironment?> ChangeAsync(IResourceLife<ComputeEnvironment> life, string name, CancellationToken cancellationToken) =>
        life.RemoveAsync(name, cancellationToken);
}
