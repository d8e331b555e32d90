using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets quota shares, the parts of a queue's capacity for service jobs.</summary>
/// <example>
/// <code>Get-BatchQuotaShare</code>
/// <para>Lists the shares of every queue.</para>
/// </example>
/// <example>
/// <code>Get-BatchQuotaShare research -JobQueue training</code>
/// <para>Gets one share of a queue.</para>
/// </example>
/// <seealso cref="NewBatchQuotaShareCommand"/>
/// <seealso cref="SetBatchQuotaShareCommand"/>
/// <seealso cref="RemoveBatchQuotaShareCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchQuotaShare")]
[BatchOperation("DescribeQuotaShare")]
[BatchOperation("ListQuotaShares")]
[OutputType(typeof(QuotaShare))]
public sealed class GetBatchQuotaShareCommand : ConnectedCmdlet<string[], QuotaShare>
{
    /// <summary>The quota shares, by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("QuotaShareName", "QuotaShare")]
    [SupportsWildcards]
    [NameTransformation("QuotaShareArn", "QuotaShareName", "QuotaShare")]
    [ArgumentCompleter(typeof(QuotaShareNameCompleter))]
    [RequestMember("quotaShareArn")]
    public string[] Name { get; set; } = [];

    /// <summary>The queues whose shares are meant, as objects, or by name or ARN. Default: all that have a scheduling policy.</summary>
    [Parameter]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string[] JobQueue { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<QuotaShare> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new QuotaShares(connection, reporter, JobQueue).GetAsync, cancellationToken);
}
