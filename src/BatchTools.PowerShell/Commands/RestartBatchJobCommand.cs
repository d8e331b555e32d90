using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Submits failed jobs again, of array jobs only the children that failed.</summary>
/// <remarks>
/// <para>
/// The new job has the name, queue, definition, command, parameters, environment, needs, retries, timeout, share and tags of the old one,
/// and the tag batchtools:restart-of with its id. Jobs that wait for each other and failed together are restarted together, in their
/// order; what they wait for besides and has succeeded is waited for no more.
/// </para>
/// <para>
/// The children of an array that failed run as one smaller array, in which each sees the AWS_BATCH_JOB_ARRAY_INDEX that it had: the job's
/// command is started by a shell (sh) that sets it. OriginalArrayIndex of such a child tells that index. Jobs that did not fail are
/// left alone.
/// </para>
/// </remarks>
/// <example>
/// <code>Restart-BatchJob -Workload md-42 -FailureClass Spot | Wait-BatchJob</code>
/// <para>Runs again what was lost with its machine, and waits for it.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -Workload md-42 -Status FAILED | Restart-BatchJob -FailureClass OutOfMemory -MemoryFactor 2</code>
/// <para>Runs again what ran out of memory, each job with twice the memory that it had.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local -Status FAILED | Restart-BatchJob -WhatIf</code>
/// <para>Tells which jobs, and which children of arrays, would run again.</para>
/// </example>
/// <seealso cref="WaitBatchJobCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Restart, "BatchJob", SupportsShouldProcess = true, DefaultParameterSetName = JobSet)]
[OutputType(typeof(Job))]
public sealed class RestartBatchJobCommand : JobCmdlet<Job>
{
    private const string JobSet = "Job";
    private const string WorkloadSet = "Workload";

    private string? _workload;

    /// <summary>The failed jobs, as objects, or by id or ARN; an array job stands for its failed children.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public JobReference[] Job { get; set; } = [];

    /// <summary>The workloads of which everything runs again that failed and was not restarted yet.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkloadSet)]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string[] Workload { get; set; } = [];

    /// <summary>Only what failed for these reasons; of an array, only such children. Default: whatever failed.</summary>
    [Parameter]
    public FailureClass[] FailureClass { get; set; } = [];

    /// <summary>The queue to submit to. Default: the job's.</summary>
    [Parameter]
    [Alias("JobQueueName", "Queue")]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    public string? JobQueue { get; set; }

    /// <summary>The job definition, such as a revision in which a mistake is mended. Default: the revision that the job had.</summary>
    [Parameter]
    [Alias("JobDefinitionArn", "Definition")]
    [NameTransformation("JobDefinition")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    public string? JobDefinition { get; set; }

    /// <summary>The vCPUs of each job. Default: as before.</summary>
    [Parameter]
    [ValidateRange(0.25, 100000)]
    public decimal? Vcpu { get; set; }

    /// <summary>The memory of each job, in MiB; <c>2GB</c> is understood too. Default: as before.</summary>
    [Parameter]
    [MemoryTransformation]
    [ValidateRange(4, int.MaxValue)]
    public int? Memory { get; set; }

    /// <summary>What the memory that each job had is multiplied with. -Memory goes over it. Default: 1.</summary>
    [Parameter]
    [ValidateRange(0.1, 100)]
    public decimal MemoryFactor { get; set; } = 1;

    /// <summary>How often each job is tried. Default: as before.</summary>
    [Parameter]
    [Alias("Attempts")]
    [ValidateRange(1, 10)]
    public int? Attempt { get; set; }

    /// <summary>How long an attempt may run: <c>00:10:00</c>, <c>10m</c>, or a number of seconds; at least a minute. Default: as before.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    private RestartOptions Options => new()
    {
        FailureClasses = FailureClass,
        JobQueue = JobQueue,
        JobDefinition = JobDefinition,
        Vcpu = Vcpu,
        Memory = Memory,
        MemoryFactor = MemoryFactor,
        Attempts = Attempt,
        Timeout = Timeout,
        Consent = (restart, cancellation) => ShouldProcessAsync(restart.ToString(), "Restart the job", "", cancellation),
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
            PostJob(job);
        foreach (var workload in Workload)
        {
            _workload = workload;
            StartOver(Target);
            Finish();
        }
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var restarter = new JobRestarter(connection, reporter);
        return _workload is null ? restarter.RestartAsync(input, Options, cancellationToken) : restarter.RestartAsync(_workload, Options, cancellationToken);
    }
}
