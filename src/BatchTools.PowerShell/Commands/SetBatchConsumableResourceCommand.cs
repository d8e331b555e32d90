using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes how much there is of consumable resources.</summary>
/// <remarks>
/// <para>
/// A repeated call of a lost answer changes the quantity once: each change carries a token of its own.
/// </para>
/// </remarks>
/// <example>
/// <code>Set-BatchConsumableResource licences -Quantity 12</code>
/// <para>Makes it twelve licences.</para>
/// </example>
/// <example>
/// <code>Set-BatchConsumableResource licences -Quantity 2 -Operation ADD -PassThru</code>
/// <para>Adds two, and shows how many there are.</para>
/// </example>
/// <seealso cref="GetBatchConsumableResourceCommand"/>
/// <seealso cref="NewBatchConsumableResourceCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchConsumableResource", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateConsumableResource")]
[OutputType(typeof(ConsumableResource))]
public sealed class SetBatchConsumableResourceCommand : UpdateCmdlet<ConsumableResource>
{
    /// <summary>The consumable resources, as objects, or by name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("ConsumableResourceName", "ConsumableResourceArn", "ConsumableResource")]
    [NameTransformation("ConsumableResourceName", "ConsumableResource")]
    [ArgumentCompleter(typeof(ConsumableResourceNameCompleter))]
    [RequestMember("consumableResource")]
    public string[] Name { get; set; } = [];

    /// <summary>How much: of the total, or of what is added or removed.</summary>
    [Parameter(Position = 1)]
    [Alias("TotalQuantity")]
    [ValidateRange(0, long.MaxValue)]
    [RequestMember("quantity")]
    public long? Quantity { get; set; }

    /// <summary>What is done with the quantity: SET makes it the total, ADD and REMOVE change the total by it. Default: SET.</summary>
    [Parameter]
    [ValidateSet("SET", "ADD", "REMOVE")]
    [RequestMember("operation")]
    public string Operation { get; set; } = "SET";

    private protected override string Action => "Change the consumable resource";

    private protected override IRequestKind<ConsumableResource> Kind => new RequestKind<UpdateConsumableResourceRequest, ConsumableResource>
    {
        Name = request => ArnName.Of(request.ConsumableResource),
        Send = (connection, request, reporter, cancellation) =>
            new ConsumableResources(connection, reporter).UpdateAsync(request, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            Changes((await new ConsumableResources(connection, reporter).FindAsync(request.ConsumableResource, cancellation)).TotalQuantity, request),
    };

    private static Difference[] Changes(long total, UpdateConsumableResourceRequest request)
    {
        var wanted = request.Operation switch
        {
            "ADD" => total + request.Quantity,
            "REMOVE" => total - request.Quantity,
            _ => request.Quantity,
        };
        return wanted == total ? [] : [new Difference("totalQuantity", total, wanted)];
    }
}
