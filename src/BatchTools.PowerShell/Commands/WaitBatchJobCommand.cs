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
/// Ctrl+C ends the waiting, not the jobs. A job that failed is given like one that succeeded; its Status, FailureClass and Reason tell.
/// -Verbose tells how many calls the waiting took.
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
/// <example>
/// <code>Get-BatchJob -Workload md-42 | Wait-BatchJob -MaxFailure 3% -StopUnfinished -ErrorOnFailure</code>
/// <para>Gives the workload up, and stops what is left of it, when more than three of a hundred jobs fail.</para>
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

    /// <summary>
    /// The state that each job has to reach or pass; it comes out when it does. An array job is where its furthest child is.
    /// Default: its end.
    /// </summary>
    [Parameter]
    [ValidateSet("RUNNABLE", "STARTING", "RUNNING")]
    public JobStatus? Until { get; set; }

    /// <summary>Ends as soon as one of the jobs has come out.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <summary>
    /// How many jobs may fail, children of array jobs counted one by one: a number such as <c>3</c>, or a share such as <c>3%</c>, which
    /// is looked at once all jobs have come in. When more fail, the waiting ends with an error; while jobs are still being submitted,
    /// it ends the pipeline, so that no more are. Default: any number.
    /// </summary>
    [Parameter]
    public FailureLimit? MaxFailure { get; set; }

    /// <summary>Stops the unfinished jobs when more have failed than -MaxFailure allows, and waits for their end.</summary>
    [Parameter]
    public SwitchParameter StopUnfinished { get; set; }

    /// <summary>Ends with an error that sums up the failures, if there were any; scheduled scripts see it in $? and -ErrorAction Stop.</summary>
    [Parameter]
    public SwitchParameter ErrorOnFailure { get; set; }

    private WaitOptions Options => new()
    {
        Timeout = Timeout,
        Until = Until,
        Any = Any,
        MaxFailure = MaxFailure,
        StopUnfinished = StopUnfinished,
        ErrorOnFailure = ErrorOnFailure,
    };

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        Hint("Stopped waiting; the jobs go on. Take them up again with Get-BatchJob | Wait-BatchJob.");
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        new JobWaiter(connection, reporter).WaitAsync(input, Options, cancellationToken);
}
