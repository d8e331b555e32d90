using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets job queues.</summary>
/// <example>
/// <code>Get-BatchJobQueue</code>
/// <para>Lists every queue with its state, its priority and its compute environments.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue loc* | Get-BatchJob -Status RUNNING</code>
/// <para>Lists what runs in the queues whose names begin with loc.</para>
/// </example>
/// <seealso cref="NewBatchJobQueueCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchJobQueue")]
[BatchOperation("DescribeJobQueues")]
[OutputType(typeof(JobQueue))]
public sealed class GetBatchJobQueueCommand : ConnectedCmdlet<string[], JobQueue>
{
    /// <summary>The queues, by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobQueueName", "JobQueue")]
    [SupportsWildcards]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueues")]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<JobQueue> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new JobQueues(connection, reporter).GetAsync, cancellationToken);
}
