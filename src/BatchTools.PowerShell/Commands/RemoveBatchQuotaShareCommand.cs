using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Life;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Removes quota shares: disables them, waits, and deletes them, as AWS Batch wants it.</summary>
/// <example>
/// <code>Remove-BatchQuotaShare research</code>
/// <para>Removes a share, after a question.</para>
/// </example>
/// <example>
/// <code>Get-BatchQuotaShare -JobQueue training | Remove-BatchQuotaShare -Force</code>
/// <para>Removes every share of a queue, without a question.</para>
/// </example>
/// <seealso cref="GetBatchQuotaShareCommand"/>
/// <seealso cref="NewBatchQuotaShareCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchQuotaShare", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[BatchOperation("DeleteQuotaShare")]
[OutputType(typeof(QuotaShare))]
public sealed class RemoveBatchQuotaShareCommand : LifeCmdlet<QuotaShare>
{
    /// <summary>The quota shares, as objects, or by name, pattern or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("QuotaShareName", "QuotaShareArn", "QuotaShare")]
    [SupportsWildcards]
    [NameTransformation("QuotaShareArn", "QuotaShareName", "QuotaShare")]
    [ArgumentCompleter(typeof(QuotaShareNameCompleter))]
    [RequestMember("quotaShareArn")]
    public string[] Name { get; set; } = [];

    /// <summary>The queues whose shares are meant, as objects, or by name or ARN. Default: all that have a scheduling policy.</summary>
    [Parameter]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    public string[] JobQueue { get; set; } = [];

    /// <summary>Asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the quota shares as they were.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForced => Force;

    private protected override bool Writes => PassThru;

    private protected override IEnumerable<string> Names => Name;

    private protected override IResourceLife<QuotaShare> Life(BatchConnection connection, IReporter reporter) => new QuotaShareLife(connection, reporter, Options, JobQueue);

    private protected override Task<QuotaShare?> ChangeAsync(IResourceLife<QuotaShare> life, string name, CancellationToken cancellationToken) =>
        life.RemoveAsync(name, cancellationToken);
}
