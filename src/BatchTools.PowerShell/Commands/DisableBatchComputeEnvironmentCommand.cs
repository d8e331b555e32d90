using System.Management.Automation;
using BatchTools.PowerShell.Life;

namespace BatchTools.PowerShell.Commands;

/// <summary>Disables compute environments: no more jobs are placed in them, and those that run there go on.</summary>
/// <remarks>
/// <para>
/// A managed environment shrinks to its minimum of vCPUs while it is disabled. One that is disabled already is left as it is. The
/// environments are passed on to the next command of the pipeline.
/// </para>
/// </remarks>
/// <example>
/// <code>Disable-BatchComputeEnvironment small</code>
/// <para>Places no more jobs in an environment.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue nightly | Get-BatchComputeEnvironment | Disable-BatchComputeEnvironment -WhatIf</code>
/// <para>Tells which environments of a queue would be disabled.</para>
/// </example>
/// <seealso cref="EnableBatchComputeEnvironmentCommand"/>
/// <seealso cref="RemoveBatchComputeEnvironmentCommand"/>
[Cmdlet(VerbsLifecycle.Disable, "BatchComputeEnvironment", SupportsShouldProcess = true)]
[OutputType(typeof(ComputeEnvironment))]
public sealed class DisableBatchComputeEnvironmentCommand : ComputeEnvironmentLifeCmdlet
{
    /// <summary>Writes the environments as they are then also where no other command follows in the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool Writes => IsPassedOn(PassThru);

    private protected override Task<ComputeEnvironment?> ChangeAsync(IResourceLife<ComputeEnvironment> life, string name, CancellationToken cancellationToken) =>
        life.SwitchAsync(name, ResourceState.DISABLED, cancellationToken);
}
