using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets the workloads that journals on this machine and the tags of jobs tell of.</summary>
/// <remarks>
/// <para>
/// A workload is a named set of jobs: what Submit-BatchJob -Workload or a workload file submitted. Its jobs carry the name in the tag
/// batchtools:workload, so workloads of other machines are found too; the journal of this machine also knows what was to be
/// submitted and was not. Calls without a workload are listed only if they were broken off with something to settle.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchWorkload</code>
/// <para>Lists all workloads with the numbers of their jobs.</para>
/// </example>
/// <example>
/// <code>Get-BatchWorkload | Where-Object State -eq BrokenOff | Resume-BatchWorkload</code>
/// <para>Takes up what a crash has broken off.</para>
/// </example>
/// <seealso cref="ResumeBatchWorkloadCommand"/>
/// <seealso cref="RemoveBatchWorkloadCommand"/>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchWorkload")]
[OutputType(typeof(BatchWorkload))]
public sealed class GetBatchWorkloadCommand : ConnectedCmdlet<IReadOnlyList<string>, BatchWorkload>
{
    /// <summary>The workloads, by name or pattern. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Workload")]
    [SupportsWildcards]
    [NameTransformation("Workload")]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<BatchWorkload> RunAsync(
        BatchConnection connection, IAsyncEnumerable<IReadOnlyList<string>> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new BatchWorkloads(connection, reporter).GetAsync, cancellationToken);
}
