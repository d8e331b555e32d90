using System.Management.Automation;
using BatchTools.PowerShell.Life;

namespace BatchTools.PowerShell.Commands;

/// <summary>Removes the resources that files describe, in the order that AWS Batch wants.</summary>
/// <remarks>
/// <para>
/// Queues go first, then compute environments, job definitions (all active revisions), scheduling policies and consumable resources;
/// what does not exist is passed over. One question names everything; jobs that would end and queues outside of the file that use its
/// environments are named in it, and then it is asked also with -Confirm:$false.
/// </para>
/// </remarks>
/// <example>
/// <code>Remove-BatchResource infrastructure.json -WhatIf</code>
/// <para>Lists what would be removed, and does nothing.</para>
/// </example>
/// <example>
/// <code>Remove-BatchResource infrastructure.json -Force</code>
/// <para>Removes everything that the file describes, without a question.</para>
/// </example>
/// <seealso cref="DeployBatchResourceCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchResource", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ResourceChange))]
public sealed class RemoveBatchResourceCommand : DeploymentCmdlet
{
    /// <summary>Asks nothing, whatever would be lost.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected override IAsyncEnumerable<ResourceChange> ApplyAsync(Deployment deployment, WorkloadFile file, CancellationToken cancellationToken) =>
        deployment.RemoveAsync(file, cancellationToken);
}
