using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Waits for jobs, and gives each the moment it is found finished.</summary>
/// <remarks>
/// <para>
/// Waiting begins with the first job that comes in. A job that finished while others are still being submitted comes out when the
/// next one is submitted; with -ThrottleLimit of Submit-BatchJob that is about each time a job finishes.
/// </para>
/// <para>
/// Ctrl+C ends the waiting, not the jobs. A job that failed is given like one that succeeded; its Status and its Reason tell.
/// </para>
/// </remarks>
/// <example>
/// <code>Submit-BatchJob -JobName hello -JobQueue local -JobDefinition hello | Wait-BatchJob</code>
/// <para>Submits a job and gives it when it has finished.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -Workload md-42 | Wait-BatchJob -Timeout 4h | Where-Object Status -eq FAILED | Get-BatchJobLog -Tail 20</code>
/// <para>Takes up a workload again, waits four hours at most, and shows the last lines of each job that fails, as it fails.</para>
/// </example>
/// <seealso cref="SubmitBatchJobCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Wait, "BatchJob")]
[OutputType(typeof(Job))]
public sealed class WaitBatchJobCommand : PipedJobCmdlet<Job>
{
    /// <summary>
    /// How long to wait at most: <c>04:00:00</c>, <c>4h</c>, <c>90s</c>, or a number of seconds. Default: until all have finished.
    /// </summary>
    [Parameter(Position = 1)]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Ends as soon as one of the jobs has finished.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        Hint("Stopped waiting; the jobs go on. Take them up again with Get-BatchJob | Wait-BatchJob.");
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        new JobWaiter(connection, reporter).WaitAsync(input, new WaitOptions { Timeout = Timeout, Any = Any }, cancellationToken);
}
