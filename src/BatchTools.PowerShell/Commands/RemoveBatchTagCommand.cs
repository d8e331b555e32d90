using System.Management.Automation;
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
public sealed class RemoveBatchTagCommand : TagCmdlet
{
    /// <summary>The keys of the tags; one that a resource does not have is left alone.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [RequestMember("tagKeys")]
    public string[] Key { get; set; } = [];

    private protected override IReadOnlyDictionary<string, string> Tags => Key.Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => "", StringComparer.Ordinal);

    private protected override string ActionOf(IReadOnlyDictionary<string, string> tags) => $"Remove the tags {string.Join(", ", tags.Keys)}";

    private protected override Task ChangeAsync(
        ResourceTags resources, string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        resources.RemoveAsync(arn, tags.Keys, cancellationToken);
}
