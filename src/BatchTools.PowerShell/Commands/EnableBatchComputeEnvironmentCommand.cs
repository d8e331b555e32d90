using System.Management.Automation;
using BatchTools.PowerShell.Life;

namespace BatchTools.PowerShell.Commands;

/// <summary>Enables compute environments, so that jobs are placed in them.</summary>
/// <remarks>
/// <para>
/// An environment that is enabled already is left as it is. The environments are passed on to the next command of the pipeline.
/// </para>
/// </remarks>
/// <example>
/// <code>Enable-BatchComputeEnvironment small -Wait</code>
/// <para>Lets jobs be placed in an environment again, and waits until it takes them.</para>
/// </example>
/// <example>
/// <code>Get-BatchComputeEnvironment spot-* | Enable-BatchComputeEnvironment</code>
/// <para>Enables the environments whose names begin with spot-.</para>
/// </example>
/// <seealso cref="DisableBatchComputeEnvironmentCommand"/>
/// <seealso cref="RemoveBatchComputeEnvironmentCommand"/>
[Cmdlet(VerbsLifecycle.Enable, "BatchComputeEnvironment", SupportsShouldProcess = true)]
[OutputType(typeof(ComputeEnvironment))]
public sealed class EnableBatchComputeEnvironmentCommand : ComputeEnvironmentLifeCmdlet
{
    /// <summary>Writes the environments as they are then also where no other command follows in the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool Writes => IsPassedOn(PassThru);

    private protected override Task<ComputeEnvironment?> ChangeAsync(IResourceLife<ComputeEnvironment> life, string name, CancellationToken cancellationToken) =>
        life.SwitchAsync(name, ResourceState.ENABLED, cancellationToken);
}
