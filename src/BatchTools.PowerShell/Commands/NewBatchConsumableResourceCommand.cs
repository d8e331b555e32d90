using System.Collections;
using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Creates a consumable resource, such as licences, of which jobs take some while they run.</summary>
/// <example>
/// <code>New-BatchConsumableResource -Name seats -Quantity 10</code>
/// <para>Creates ten seats, which jobs give back when they end.</para>
/// </example>
/// <example>
/// <code>
/// New-BatchConsumableResource -Name tokens -Quantity 1000 -ResourceType NON_REPLENISHABLE
/// Register-BatchJobDefinition -Name spends -Image busybox -Command 'true' -ConsumableResource @{ tokens = 5 }
/// </code>
/// <para>Creates tokens, and a job definition whose jobs use up five of them.</para>
/// </example>
/// <seealso cref="GetBatchConsumableResourceCommand"/>
/// <seealso cref="SetBatchConsumableResourceCommand"/>
/// <seealso cref="RemoveBatchConsumableResourceCommand"/>
[Cmdlet(VerbsCommon.New, "BatchConsumableResource", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("CreateConsumableResource")]
[OutputType(typeof(ConsumableResource))]
public sealed class NewBatchConsumableResourceCommand : CreationCmdlet<ConsumableResource>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("ConsumableResourceName")]
    [RequestMember("consumableResourceName")]
    public string? Name { get; set; }

    /// <summary>How much there is of it.</summary>
    [Parameter(Position = 1)]
    [Alias("TotalQuantity")]
    [ValidateRange(0, long.MaxValue)]
    [RequestMember("totalQuantity")]
    public long? Quantity { get; set; }

    /// <summary>Whether jobs give back what they take: REPLENISHABLE or NON_REPLENISHABLE. Default: REPLENISHABLE.</summary>
    [Parameter]
    [RequestMember("resourceType")]
    [ValidateRange(ConsumableResourceType.REPLENISHABLE, ConsumableResourceType.NON_REPLENISHABLE)]
    public ConsumableResourceType ResourceType { get; set; } = ConsumableResourceType.REPLENISHABLE;

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    private protected override string Action => "Create the consumable resource";

    private protected override IRequestKind<ConsumableResource> Kind => new RequestKind<CreateConsumableResourceRequest, ConsumableResource>
    {
        Name = request => request.ConsumableResourceName,
        Send = (connection, request, reporter, cancellation) =>
            new ConsumableResources(connection, reporter).CreateAsync(request, cancellation),
    };
}
