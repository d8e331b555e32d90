using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Submits jobs: one for each piped point of a sweep, or one that parameters describe.</summary>
/// <remarks>
/// <para>
/// Each job is checked before it is sent (names, sizes, values for every <c>Ref::name</c> of the definition's command, queue and
/// definition existing and ready) and comes out the moment AWS Batch took it. One that is refused is an error of its own; the others
/// go on.
/// </para>
/// <para>
/// With -ThrottleLimit no more than that many jobs of this command are unfinished at a time: the next one is submitted when one
/// finishes. Ctrl+C ends the submitting; jobs that were submitted go on.
/// </para>
/// </remarks>
/// <example>
/// <code>Submit-BatchJob -JobName hello -JobQueue local -JobDefinition hello -Environment @{ GREETING = 'Hello' }</code>
/// <para>Submits one job with an environment variable of its own.</para>
/// </example>
/// <example>
/// <code>
/// New-BatchSweep @{ temperature = 250, 300, 350 } -JobName 'sim-T{temperature}' |
///     Submit-BatchJob -JobQueue local -JobDefinition hello -Workload md-42 -ThrottleLimit 2 |
///     Wait-BatchJob
/// </code>
/// <para>Runs a sweep of three points, two at a time, and gives each job as it finishes.</para>
/// </example>
/// <example>
/// <code>Submit-BatchJob -JobName shards -JobQueue local -JobDefinition hello -ArraySize 3 -Attempt 2 -Timeout 10m</code>
/// <para>Submits an array job of three children, each tried twice, and stopped after ten minutes.</para>
/// </example>
/// <seealso cref="NewBatchSweepCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Submit, "BatchJob", SupportsShouldProcess = true, DefaultParameterSetName = JobSet)]
[OutputType(typeof(Job))]
public sealed class SubmitBatchJobCommand : ConnectedCmdlet<JobRequest, Job>
{
    private const string JobSet = "Job";
    private const string PointSet = "Point";

    /// <summary>A point of a sweep, as New-BatchSweep makes it: it names the job, and gives it its parameters.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PointSet)]
    public SweepPoint Point { get; set; } = null!;

    /// <summary>The name of the job: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JobSet)]
    [Alias("Name")]
    public string JobName { get; set; } = "";

    /// <summary>The queue, by name or ARN, or as an object.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobQueueName", "Queue")]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    public string JobQueue { get; set; } = "";

    /// <summary>The job definition: a name for its latest active revision, name:revision, an ARN, or an object.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobDefinitionArn", "Definition")]
    [NameTransformation("JobDefinition")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    public string JobDefinition { get; set; } = "";

    /// <summary>Values for <c>Ref::name</c> in the definition's command, over its own. A point's values go over these.</summary>
    [Parameter]
    public IDictionary? Parameter { get; set; }

    /// <summary>Environment variables, over the definition's own of the same names.</summary>
    [Parameter]
    public IDictionary? Environment { get; set; }

    /// <summary>The command in place of the definition's: a program and its arguments, one entry each.</summary>
    [Parameter]
    public string[]? Command { get; set; }

    /// <summary>The vCPUs of the job.</summary>
    [Parameter]
    [ValidateRange(0.25, 100000)]
    public decimal? Vcpu { get; set; }

    /// <summary>The memory of the job, in MiB; <c>2GB</c> is understood too.</summary>
    [Parameter]
    [MemoryTransformation]
    [ValidateRange(4, int.MaxValue)]
    public int? Memory { get; set; }

    /// <summary>The GPUs of the job.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? Gpu { get; set; }

    /// <summary>Makes each job an array job of that many children.</summary>
    [Parameter]
    [ValidateRange(2, 10000)]
    public int? ArraySize { get; set; }

    /// <summary>How often a job is tried. Default: as the definition says.</summary>
    [Parameter]
    [Alias("Attempts")]
    [ValidateRange(1, 10)]
    public int? Attempt { get; set; }

    /// <summary>
    /// How long an attempt may run: <c>00:10:00</c>, <c>10m</c>, or a number of seconds; at least a minute. Default: as the
    /// definition says.
    /// </summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>The jobs that have to succeed first, as objects, or by id or ARN; at most 20.</summary>
    [Parameter]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public JobReference[] DependsOn { get; set; } = [];

    /// <summary>The tags of the job.</summary>
    [Parameter]
    [Alias("Tags")]
    public IDictionary? Tag { get; set; }

    /// <summary>The workload that the jobs belong to, a name of your own. It is kept in the tag batchtools:workload. Default: none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string? Workload { get; set; }

    /// <summary>The most jobs of this command that are unfinished at a time, an array job counting as one. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? ThrottleLimit { get; set; }

    /// <summary>The share that the job counts for, on a queue with fair-share scheduling.</summary>
    [Parameter]
    public string? ShareIdentifier { get; set; }

    /// <summary>The priority within the share, 0 to 9,999.</summary>
    [Parameter]
    [ValidateRange(0, 9999)]
    public int? SchedulingPriority { get; set; }

    /// <summary>Lets the tags go on to the ECS task.</summary>
    [Parameter]
    [Alias("PropagateTags")]
    public SwitchParameter PropagateTag { get; set; }

    private JobRequest Request => new()
    {
        JobName = JobName,
        JobQueue = JobQueue,
        JobDefinition = JobDefinition,
        Parameters = StringMap.From(Parameter),
        Environment = StringMap.From(Environment),
        Command = Command,
        Vcpu = Vcpu,
        Memory = Memory,
        Gpu = Gpu,
        ArraySize = ArraySize,
        Attempts = Attempt,
        Timeout = Timeout,
        DependsOn = [.. DependsOn.Select(job => job.JobId)],
        Tags = StringMap.From(Tag),
        ShareIdentifier = ShareIdentifier,
        SchedulingPriority = SchedulingPriority,
        PropagateTags = MyInvocation.BoundParameters.ContainsKey(nameof(PropagateTag)) ? PropagateTag.ToBool() : null,
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = ParameterSetName == PointSet ? Point.ToRequest(Request) : Request;
        if (ShouldProcess($"{request.JobName} (definition {request.JobDefinition}, queue {request.JobQueue})", "Submit the job"))
            PostToTarget(request);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        Hint(Workload is null
            ? "Stopped submitting; what was submitted goes on. Get-BatchJob lists it."
            : $"Stopped submitting; what was submitted goes on. Get-BatchJob -Workload '{Workload}' lists it.");
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobRequest> input, IReporter reporter, CancellationToken cancellationToken) =>
        new JobSubmission(connection, reporter).SubmitAsync(input, new SubmitOptions { ThrottleLimit = ThrottleLimit, Workload = Workload }, cancellationToken);
}
