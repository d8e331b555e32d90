using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that changes the tags of resources.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
public abstract class TagCmdlet<TRequest> : ConnectedCmdlet<TRequest, ResourceTag>
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

    /// <summary>The request for a resource.</summary>
    private protected abstract TRequest Request(string arn);

    /// <summary>The resource of a request.</summary>
    private protected abstract string ArnOf(TRequest request);

    /// <summary>What a request does, as -WhatIf says it.</summary>
    private protected abstract string ActionOf(TRequest request);

    /// <summary>Changes the tags.</summary>
    private protected abstract Task ChangeAsync(ResourceTags tags, TRequest request, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Resource)
            PostToTarget(Request(arn));
    }

    private protected override IAsyncEnumerable<ResourceTag> RunAsync(
        BatchConnection connection, IAsyncEnumerable<TRequest> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var tags = new ResourceTags(connection);
        return input
            .SelectEachAsync(reporter, (request, cancellation) => ChangeIfWantedAsync(tags, request, cancellation), cancellationToken)
            .FlattenAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ResourceTag>> ChangeIfWantedAsync(ResourceTags tags, TRequest request, CancellationToken cancellationToken)
    {
        if (!await ShouldProcessAsync(ArnOf(request), ActionOf(request), "", cancellationToken))
            return [];
        await ChangeAsync(tags, request, cancellationToken);
        return PassThru ? await tags.GetAsync(ArnOf(request), cancellationToken) : [];
    }
}
