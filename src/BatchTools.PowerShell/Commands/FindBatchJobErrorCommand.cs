using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Tells in how many ways jobs failed: groups failed jobs by the likeness of the last lines of their logs.</summary>
/// <remarks>
/// <para>
/// Times, ids and numbers do not count, and neither do a few words, so that a thousand failed children become the few errors that they
/// died of. Each group has its count, the last lines of one of its jobs, and the list of its indices. A job without a log is grouped by
/// the reason that the service gives. The groups come at the end, the largest first.
/// </para>
/// <para>
/// Jobs that have not failed are left out; of an array job only the failed children are looked at.
/// </para>
/// </remarks>
/// <example>
/// <code>Find-BatchJobError -Workload md-42</code>
/// <para>Shows the errors of a workload.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local -Status FAILED | Find-BatchJobError | Select-Object -First 1 -ExpandProperty Sample</code>
/// <para>Shows the last lines of a job that died of the most frequent error.</para>
/// </example>
/// <example>
/// <code>Find-BatchJobError -Workload md-42 | Select-Object -First 1 -ExpandProperty Jobs | Get-BatchJobLog -Attempt Last -Tail 50</code>
/// <para>Reads more of the logs of all jobs that share an error.</para>
/// </example>
/// <seealso cref="GetBatchJobLogCommand"/>
/// <seealso cref="SaveBatchJobLogCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
[Cmdlet(VerbsCommon.Find, "BatchJobError", DefaultParameterSetName = JobSet)]
[OutputType(typeof(JobErrorGroup))]
public sealed class FindBatchJobErrorCommand : LogCmdlet<JobErrorGroup>
{
    /// <summary>How many last lines are compared and shown; blank ones do not count. Default: 3.</summary>
    [Parameter]
    [Alias("Tail")]
    [ValidateRange(1, 1000)]
    public int Line { get; set; } = JobErrors.DefaultLines;

    private protected override async IAsyncEnumerable<JobErrorGroup> ReadAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> jobs, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in await new JobErrors(connection, reporter).FindAsync(jobs, Line, cancellationToken))
            yield return group;
    }
}
