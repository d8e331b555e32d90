using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets the heads of job queues: the next RUNNABLE jobs in their order, and what the queue's jobs use.</summary>
/// <remarks>
/// <para>
/// AWS Batch tells the first 100 RUNNABLE jobs, some seconds late. Of a fair-share queue it tells the shares that use most as well.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJobQueueSnapshot local</code>
/// <para>Shows which job of a queue starts next, and how many vCPUs its jobs use.</para>
/// </example>
/// <example>
/// <code>(Get-BatchJobQueueSnapshot local).Jobs | Get-BatchJob</code>
/// <para>Gets the jobs at the head of a queue.</para>
/// </example>
/// <seealso cref="MeasureBatchJobQueueCommand"/>
/// <seealso cref="GetBatchJobQueueCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchJobQueueSnapshot")]
[BatchOperation("GetJobQueueSnapshot")]
[OutputType(typeof(JobQueueSnapshot))]
public sealed class GetBatchJobQueueSnapshotCommand : ConnectedCmdlet<string[], JobQueueSnapshot>
{
    /// <summary>The queues, as objects, or by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobQueueName", "JobQueueArn", "JobQueue")]
    [SupportsWildcards]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<JobQueueSnapshot> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new JobQueues(connection, reporter).GetAsync, cancellationToken)
            .SelectEachAsync(reporter, (queue, token) => new JobQueueSnapshots(connection).GetAsync(queue.JobQueueName, token), cancellationToken);
}
