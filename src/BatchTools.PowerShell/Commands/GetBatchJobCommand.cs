using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets jobs: of all queues and in all states, unless they are narrowed down, or named by their ids.</summary>
/// <remarks>
/// <para>
/// AWS Batch keeps finished jobs for about seven days. Array jobs are given as one job each, whose StatusSummary counts their
/// children; -Child gives the children, -FailedChild those that failed.
/// </para>
/// <para>
/// A list of jobs costs one call a thousand of them, and tells what a list shows; -Detail describes each in full. The property
/// IsDetailed tells which of the two an object is. Cmdlets that need more of a piped job than it has look it up themselves.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob</code>
/// <para>Lists every job of every queue.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local -Status FAILED | Get-BatchJobLog -Tail 20</code>
/// <para>Shows the last lines of what failed.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -Workload md-42 -JobName 'sim-T3*' | Sort-Object Duration -Descending</code>
/// <para>Lists the jobs of one workload whose names begin with sim-T3, those that ran longest first.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local -FailedChild | Group-Object FailureClass</code>
/// <para>Counts the children of array jobs that failed by why they did.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -Status RUNNING -Detail | Sort-Object Vcpu -Descending</code>
/// <para>Lists what runs, with the vCPUs, which only a full description tells.</para>
/// </example>
/// <seealso cref="SubmitBatchJobCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
/// <seealso cref="StopBatchJobCommand"/>
/// <seealso cref="GetBatchJobLogCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchJob", DefaultParameterSetName = QuerySet)]
[BatchOperation("ListJobs")]
[BatchOperation("DescribeJobs")]
[OutputType(typeof(Job))]
public sealed class GetBatchJobCommand : JobCmdlet<Job>
{
    private const string QuerySet = "Query";
    private const string JobSet = "Job";

    private readonly List<string> _queues = [];
    private BatchConnection? _queried;
    private JobFilter? _filter;

    /// <summary>The jobs, by id or ARN, or as objects that are to be looked at anew.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    [RequestMember("jobs")]
    public JobReference[] Job { get; set; } = [];

    /// <summary>The queues to look in, by name, pattern or ARN. Default: every queue.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = QuerySet)]
    [Alias("JobQueueName", "Queue")]
    [SupportsWildcards]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string[] JobQueue { get; set; } = [];

    /// <summary>The states of the jobs. Default: every state.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("jobStatus")]
    [ValidateRange(JobStatus.SUBMITTED, JobStatus.FAILED)]
    public JobStatus[] Status { get; set; } = [];

    /// <summary>The names of the jobs. Default: every name.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    [RequestMember("filters")]
    public string[] JobName { get; set; } = [];

    /// <summary>The job definition: a name for all its revisions, or name:revision. Default: any.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [SupportsWildcards]
    [NameTransformation("JobDefinition")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    [RequestMember("filters")]
    public string? JobDefinition { get; set; }

    /// <summary>The workload that the jobs belong to. Default: any.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string? Workload { get; set; }

    /// <summary>Only jobs that were submitted after this time. Default: any time.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("filters")]
    public DateTime? CreatedAfter { get; set; }

    /// <summary>Only jobs that were submitted before this time. Default: any time.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("filters")]
    public DateTime? CreatedBefore { get; set; }

    /// <summary>The share that the jobs count for, on a queue with fair-share scheduling. Default: any.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("filters")]
    public string? ShareIdentifier { get; set; }

    /// <summary>
    /// Describes each job in full, 100 a call: also its attempts, tags, parameters, environment, command, vCPUs and memory. Default: in
    /// a list only name, state, times, exit code and reason; in full where jobs are named, or -Workload needs their tags.
    /// </summary>
    [Parameter(ParameterSetName = QuerySet)]
    public SwitchParameter Detail { get; set; }

    /// <summary>Of array jobs, their children instead of them.</summary>
    [Parameter]
    [RequestMember("arrayJobId")]
    public SwitchParameter Child { get; set; }

    /// <summary>Of array jobs, the children at these places, from 0.</summary>
    [Parameter]
    [ValidateRange(0, 9999)]
    public int[] Index { get; set; } = [];

    /// <summary>Of array jobs, the children that failed, instead of them.</summary>
    [Parameter]
    public SwitchParameter FailedChild { get; set; }

    /// <summary>Of multi-node jobs, their nodes instead of them.</summary>
    [Parameter]
    [RequestMember("multiNodeJobId")]
    public SwitchParameter Node { get; set; }

    private JobFilter Filter => new()
    {
        JobQueues = [.. _queues],
        Statuses = Status,
        JobNames = JobName,
        JobDefinition = JobDefinition,
        Workload = Workload,
        CreatedAfter = CreatedAfter,
        CreatedBefore = CreatedBefore,
        ShareIdentifier = ShareIdentifier,
        Detail = Detail,
        Child = Child || Index.Length > 0,
        Index = Index,
        FailedChild = FailedChild,
        Node = Node,
    };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
            PostJob(job);
        if (ParameterSetName != QuerySet)
            return;

        if (_queried is not null && _queried != Target)
            Query();
        _queried = Target;
        _queues.AddRange(JobQueue);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_queried is not null)
            Query();
        base.EndProcessing();
    }

    private protected override IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var jobs = new Jobs(connection, reporter);
        return _filter is null ? jobs.GetAsync(input, Filter, cancellationToken) : jobs.GetAsync(_filter, cancellationToken);
    }

    /// <summary>Asks for the jobs of all queues of one connection at once.</summary>
    private void Query()
    {
        _filter = Filter;
        _queues.Clear();
        StartOver(_queried!);
        Finish();
    }
}
