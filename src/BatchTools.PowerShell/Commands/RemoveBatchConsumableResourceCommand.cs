using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Life;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Deletes consumable resources.</summary>
/// <example>
/// <code>Remove-BatchConsumableResource licences</code>
/// <para>Deletes a resource, after a question.</para>
/// </example>
/// <example>
/// <code>Get-BatchConsumableResource test-* | Remove-BatchConsumableResource -Force</code>
/// <para>Deletes the resources whose names begin with test-, without a question.</para>
/// </example>
/// <seealso cref="GetBatchConsumableResourceCommand"/>
/// <seealso cref="NewBatchConsumableResourceCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchConsumableResource", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[BatchOperation("DeleteConsumableResource")]
[OutputType(typeof(ConsumableResource))]
public sealed class RemoveBatchConsumableResourceCommand : RemovalCmdlet<ConsumableResource>
{
    /// <summary>The consumable resources, as objects, or by name, pattern or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumableResourceName", "ConsumableResourceArn", "ConsumableResource")]
    [SupportsWildcards]
    [NameTransformation("ConsumableResourceName", "ConsumableResource")]
    [ArgumentCompleter(typeof(ConsumableResourceNameCompleter))]
    [RequestMember("consumableResource")]
    public string[] Name { get; set; } = [];

    private protected override string Action => "Delete the consumable resource";

    private protected override IEnumerable<string> Names => Name;

    private protected override IAsyncEnumerable<ConsumableResource> FindAsync(
        BatchConnection connection, string name, IReporter reporter, CancellationToken cancellationToken) =>
        new ConsumableResources(connection, reporter).GetAsync([name], cancellationToken);

    private protected override Task DeleteAsync(BatchConnection connection, ConsumableResource resource, IReporter reporter, CancellationToken cancellationToken) =>
        new ConsumableResources(connection, reporter).DeleteAsync(resource, cancellationToken);
}
