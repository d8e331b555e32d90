using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Takes tags from whatever has an ARN.</summary>
/// <example>
/// <code>Get-BatchJobQueue local | Remove-BatchTag -Key Stage</code>
/// <para>Takes a tag from a queue.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue | Get-BatchTag | Where-Object Key -like 'test-*' | Remove-BatchTag -WhatIf</code>
/// <para>Tells which tags would be taken from the queues.</para>
/// </example>
/// <seealso cref="GetBatchTagCommand"/>
/// <seealso cref="AddBatchTagCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchTag", SupportsShouldProcess = true)]
[BatchOperation("UntagResource")]
[OutputType(typeof(ResourceTag))]
public sealed class RemoveBatchTagCommand : TagCmdlet<UntagResourceRequest>
{
    /// <summary>The keys of the tags; one that a resource does not have is left alone.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [RequestMember("tagKeys")]
    public string[] Key { get; set; } = [];

    private protected override UntagResourceRequest Request(string arn) => new() { ResourceArn = arn, TagKeys = [.. Key] };

    private protected override string ArnOf(UntagResourceRequest request) => request.ResourceArn!;

    private protected override string ActionOf(UntagResourceRequest request) => $"Remove the tags {string.Join(", ", request.TagKeys!)}";

    private protected override Task ChangeAsync(ResourceTags tags, UntagResourceRequest request, CancellationToken cancellationToken) =>
        tags.RemoveAsync(request, cancellationToken);
}
