using System.Management.Automation;
using BatchTools.PowerShell.Life;

namespace BatchTools.PowerShell.Commands;

/// <summary>Makes resources as files describe them: creates what is missing, changes what differs, leaves what is so already.</summary>
/// <remarks>
/// <para>
/// A file describes a whole environment: scheduling policies, consumable resources, compute environments, job queues and job
/// definitions, each in AWS's own shape. They are made in the order in which one needs another, and each is waited for. A queue may name
/// a policy of the file in schedulingPolicyArn. The same command again changes nothing; after a change of the file it changes what
/// differs: a job definition gets its next revision, tags are added, and members that the file does not give stay as they are. What
/// AWS Batch can not change in place is told before anything is done, with what to do instead.
/// </para>
/// <para>
/// -WhatIf gives the plan: what would be created, what changed (each member with its old and its new value), what left. Files can hold
/// variables: ${file:directory}, ${env:NAME}.
/// </para>
/// </remarks>
/// <example>
/// <code>Deploy-BatchResource infrastructure.json -WhatIf</code>
/// <para>Shows the plan, and does nothing.</para>
/// </example>
/// <example>
/// <code>Deploy-BatchResource infrastructure.json | Where-Object Action -ne Leave</code>
/// <para>Makes everything as the file says, and lists what was created and changed.</para>
/// </example>
/// <seealso cref="RemoveBatchResourceCommand"/>
// The library that is compiled against is older than the approved verb.
[Cmdlet("Deploy", "BatchResource", SupportsShouldProcess = true)]
[OutputType(typeof(ResourceChange))]
public sealed class DeployBatchResourceCommand : DeploymentCmdlet
{
    private protected override IAsyncEnumerable<ResourceChange> ApplyAsync(Deployment deployment, WorkloadFile file, CancellationToken cancellationToken) =>
        deployment.DeployAsync(file, cancellationToken);
}
