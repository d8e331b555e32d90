using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Forgets the journals of workloads on this machine. Their jobs are left as they are.</summary>
/// <remarks>
/// <para>
/// After that the same command submits all jobs of the workload again. Jobs keep their tags, so Get-BatchWorkload still lists the
/// workload for as long as the service keeps its jobs. To stop jobs, use Stop-BatchJob.
/// </para>
/// </remarks>
/// <example>
/// <code>Remove-BatchWorkload md-42</code>
/// <para>Forgets what was submitted to one workload.</para>
/// </example>
/// <example>
/// <code>Get-BatchWorkload | Where-Object State -eq Finished | Remove-BatchWorkload -WhatIf</code>
/// <para>Tells which workloads would be forgotten.</para>
/// </example>
/// <seealso cref="GetBatchWorkloadCommand"/>
/// <seealso cref="StopBatchJobCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchWorkload", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveBatchWorkloadCommand : ConnectedCmdlet<string, BatchWorkload>
{
    /// <summary>The workloads, as objects, or by name or pattern.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Workload")]
    [SupportsWildcards]
    [NameTransformation("Workload")]
    [ArgumentCompleter(typeof(JournalNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
            PostToTarget(name);
    }

    private protected override async IAsyncEnumerable<BatchWorkload> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var workloads = new BatchWorkloads(connection, reporter);
        await foreach (var name in input.WithCancellation(cancellationToken))
        {
            await foreach (var journal in workloads.JournalsAsync(name, cancellationToken))
            {
                if (await ShouldProcessAsync(journal.Workload, "Forget the journal of the workload", "", cancellationToken))
                    Forget(workloads, journal, reporter);
            }
        }

        yield break;
    }

    private static void Forget(BatchWorkloads workloads, (string Workload, string File) journal, IReporter reporter)
    {
        try
        {
            workloads.Forget(journal.Workload, journal.File);
        }
        catch (BatchException error) when (error.Kind == ErrorKind.Conflict)
        {
            reporter.Error(error);
        }
    }
}
