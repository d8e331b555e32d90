using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Life;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Removes service environments: disables them, waits, and deletes them, as AWS Batch wants it.</summary>
/// <example>
/// <code>Remove-BatchServiceEnvironment research</code>
/// <para>Removes an environment, after a question.</para>
/// </example>
/// <example>
/// <code>Get-BatchServiceEnvironment res* | Remove-BatchServiceEnvironment -Force -Wait</code>
/// <para>Removes all environments of such a name, without a question, and waits until they are gone.</para>
/// </example>
/// <seealso cref="GetBatchServiceEnvironmentCommand"/>
/// <seealso cref="NewBatchServiceEnvironmentCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchServiceEnvironment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[BatchOperation("DeleteServiceEnvironment")]
[OutputType(typeof(ServiceEnvironment))]
public sealed class RemoveBatchServiceEnvironmentCommand : LifeCmdlet<ServiceEnvironment>
{
    /// <summary>The service environments, as objects, or by name, pattern or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ServiceEnvironmentName", "ServiceEnvironmentArn", "ServiceEnvironment")]
    [SupportsWildcards]
    [NameTransformation("ServiceEnvironmentName", "ServiceEnvironment")]
    [ArgumentCompleter(typeof(ServiceEnvironmentNameCompleter))]
    [RequestMember("serviceEnvironment")]
    public string[] Name { get; set; } = [];

    /// <summary>Asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the service environments as they were.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForced => Force;

    private protected override bool Writes => PassThru;

    private protected override IEnumerable<string> Names => Name;

    private protected override IResourceLife<ServiceEnvironment> Life(BatchConnection connection, IReporter reporter) => new ServiceEnvironmentLife(connection, reporter, Options);

    private protected override Task<ServiceEnvironment?> ChangeAsync(IResourceLife<ServiceEnvironment> life, string name, CancellationToken cancellationToken) =>
        life.RemoveAsync(name, cancellationToken);
}
