using System.Collections;
using System.Management.Automation;
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
public sealed class AddBatchTagCommand : TagCmdlet
{
    /// <summary>The tags.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary Tag { get; set; } = new Hashtable();

    private protected override IReadOnlyDictionary<string, string> Tags => StringMap.From(Tag);

    private protected override string ActionOf(IReadOnlyDictionary<string, string> tags) => $"Add the tags {string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}";

    private protected override Task ChangeAsync(
        ResourceTags resources, string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        resources.AddAsync(arn, tags, cancellationToken);
}
