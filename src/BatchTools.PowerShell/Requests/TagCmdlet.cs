using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that changes the tags of resources.</summary>
public abstract class TagCmdlet : ConnectedCmdlet<(string Arn, IReadOnlyDictionary<string, string> Tags), ResourceTag>
{
    private protected TagCmdlet()
    {
    }

    /// <summary>The resources, as objects of any kind, or by ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "Arn")]
    [ArnTransformation]
    [RequestMember("resourceArn")]
    public string[] Resource { get; set; } = [];

    /// <summary>Writes all tags that the resources have then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The tags that the record at hand is about.</summary>
    private protected abstract IReadOnlyDictionary<string, string> Tags { get; }

    /// <summary>What is done to a resource, as -WhatIf says it.</summary>
    private protected abstract string ActionOf(IReadOnlyDictionary<string, string> tags);

    /// <summary>Changes the tags of a resource.</summary>
    private protected abstract Task ChangeAsync(ResourceTags resources, string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var tags = Tags;
        foreach (var arn in Resource)
            PostToTarget((arn, tags));
    }

    private protected override IAsyncEnumerable<ResourceTag> RunAsync(
        BatchConnection connection,
        IAsyncEnumerable<(string Arn, IReadOnlyDictionary<string, string> Tags)> input,
        IReporter reporter,
        CancellationToken cancellationToken)
    {
        var resources = new ResourceTags(connection);
        return input
            .SelectEachAsync(reporter, (change, cancellation) => ChangeIfWantedAsync(resources, change.Arn, change.Tags, cancellation), cancellationToken)
            .FlattenAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ResourceTag>> ChangeIfWantedAsync(
        ResourceTags resources, string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        if (!await ShouldProcessAsync(arn, ActionOf(tags), "", cancellationToken))
            return [];
        await ChangeAsync(resources, arn, tags, cancellationToken);
        return PassThru ? await resources.GetAsync(arn, cancellationToken) : [];
    }
}
