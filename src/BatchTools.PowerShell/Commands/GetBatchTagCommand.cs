using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets the tags of whatever has an ARN.</summary>
/// <example>
/// <code>Get-BatchJobQueue local | Get-BatchTag</code>
/// <para>Lists the tags of a queue.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobDefinition | Get-BatchTag | Where-Object Key -like 'batchtools:*'</code>
/// <para>Lists the tags of all job definitions whose keys begin with batchtools:.</para>
/// </example>
/// <seealso cref="AddBatchTagCommand"/>
/// <seealso cref="RemoveBatchTagCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchTag")]
[BatchOperation("ListTagsForResource")]
[OutputType(typeof(ResourceTag))]
public sealed class GetBatchTagCommand : ConnectedCmdlet<string, ResourceTag>
{
    /// <summary>The resources, as objects of any kind, or by ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "Arn")]
    [ArnTransformation]
    [RequestMember("resourceArn")]
    public string[] Resource { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Resource)
            PostToTarget(arn);
    }

    private protected override IAsyncEnumerable<ResourceTag> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectEachAsync(reporter, new ResourceTags(connection).GetAsync, cancellationToken).FlattenAsync(cancellationToken);
}
