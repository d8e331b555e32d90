using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Takes up a workload after a crash: gives its jobs, and submits those that were about to be.</summary>
/// <remarks>
/// <para>
/// Every job is written into a journal on this machine before it is sent. Of those without an answer each is looked for by its key,
/// and submitted if the service does not have it; so none is lost and none doubled. What a pipeline had not produced yet no journal
/// knows: if it was broken off, a warning says so, and the same pipeline with the same -Workload submits the rest. Of a workload file,
/// <c>batchtools run FILE --resume</c> does.
/// </para>
/// <para>
/// On a machine that has no journal of the workload, its jobs are found by their tags and written into one; from then on the same
/// pipeline submits only what is missing there too.
/// </para>
/// </remarks>
/// <example>
/// <code>Resume-BatchWorkload md-42 | Wait-BatchJob | Measure-BatchWorkload</code>
/// <para>Takes up a workload, waits for all of its jobs and sums them up.</para>
/// </example>
/// <example>
/// <code>Get-BatchWorkload | Where-Object State -eq BrokenOff | Resume-BatchWorkload -ThrottleLimit 50</code>
/// <para>Takes up everything that was broken off, with at most 50 jobs of each submitted at a time.</para>
/// </example>
/// <seealso cref="GetBatchWorkloadCommand"/>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Resume, "BatchWorkload", SupportsShouldProcess = true)]
[OutputType(typeof(Job))]
public sealed class ResumeBatchWorkloadCommand : ConnectedCmdlet<string, Job>
{
    /// <summary>The workloads, as objects or by name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Workload")]
    [NameTransformation("Workload")]
    [ArgumentCompleter(typeof(JournalNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The most jobs that this command submits and that are unfinished at a time. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name.Where(name => ShouldProcess(name, "Take up the workload")))
            PostToTarget(name);
    }

    private protected override async IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var name in input.WithCancellation(cancellationToken))
        {
            await using var jobs = new WorkloadResume(connection, reporter)
                .ResumeAsync(name, new SubmitOptions { ThrottleLimit = ThrottleLimit }, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(jobs, reporter))
                yield return jobs.Current;
        }
    }

    // What is wrong with one workload does not keep the others from being taken up.
    private static async Task<bool> NextAsync(IAsyncEnumerator<Job> jobs, IReporter reporter)
    {
        try
        {
            return await jobs.MoveNextAsync();
        }
        catch (BatchException error) when (error.Kind is ErrorKind.NotFound or ErrorKind.Conflict)
        {
            reporter.Error(error);
            return false;
        }
    }
}
