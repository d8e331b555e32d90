using System.Collections;
using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gives tags to whatever has an ARN; those of the same keys get the new values.</summary>
/// <example>
/// <code>Get-BatchJobQueue local | Add-BatchTag -Tag @{ Team = 'md'; Stage = 'test' }</code>
/// <para>Gives a queue two tags.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobDefinition hel* | Add-BatchTag -Tag @{ Team = 'md' } -PassThru</code>
/// <para>Tags several definitions, and shows the tags that they have then.</para>
/// </example>
/// <seealso cref="GetBatchTagCommand"/>
/// <seealso cref="RemoveBatchTagCommand"/>
[Cmdlet(VerbsCommon.Add, "BatchTag", SupportsShouldProcess = true)]
[BatchOperation("TagResource")]
[OutputType(typeof(ResourceTag))]
public sealed class AddBatchTagCommand : TagCmdlet<TagResourceRequest>
{
    /// <summary>The tags.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary Tag { get; set; } = new Hashtable();

    private protected override TagResourceRequest Request(string arn) => new() { ResourceArn = arn, Tags = StringMap.From(Tag) };

    private protected override string ArnOf(TagResourceRequest request) => request.ResourceArn!;

    private protected override string ActionOf(TagResourceRequest request) => $"Add the tags {string.Join(", ", request.Tags!.Select(tag => $"{tag.Key}={tag.Value}"))}";

    private protected override Task ChangeAsync(ResourceTags tags, TagResourceRequest request, CancellationToken cancellationToken) =>
        tags.AddAsync(request, cancellationToken);
}
