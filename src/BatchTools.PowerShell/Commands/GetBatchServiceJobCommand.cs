using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets service jobs: by id, or those of queues.</summary>
/// <remarks>
/// <para>
/// Jobs that are listed lack the payload, the priority and the tags; asked for by id, they have them. The local engine has no service to run such jobs in, and says so.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchServiceJob -JobQueue training -Status RUNNING</code>
/// <para>Lists what runs in a queue.</para>
/// </example>
/// <example>
/// <code>Get-BatchServiceJob -JobName 'train-*' -After (Get-Date).AddDays(-1)</code>
/// <para>Lists the jobs of the last day whose names begin with train-.</para>
/// </example>
/// <seealso cref="SubmitBatchServiceJobCommand"/>
/// <seealso cref="SetBatchServiceJobCommand"/>
/// <seealso cref="StopBatchServiceJobCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchServiceJob", DefaultParameterSetName = QuerySet)]
[BatchOperation("DescribeServiceJob")]
[BatchOperation("ListServiceJobs")]
[OutputType(typeof(ServiceJob))]
public sealed class GetBatchServiceJobCommand : ConnectedCmdlet<ServiceJobFilter, ServiceJob>
{
    private const string QuerySet = "Query";
    private const string IdSet = "Id";

    /// <summary>The jobs, as objects, or by id or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [Alias("JobId", "Id")]
    [NameTransformation("JobId", "JobArn")]
    [ArgumentCompleter(typeof(ServiceJobIdCompleter))]
    [RequestMember("jobId")]
    public string[] Job { get; set; } = [];

    /// <summary>The queues, as objects, or by name or ARN. Default: all that have service environments.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string[] JobQueue { get; set; } = [];

    /// <summary>The states. Default: all.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("jobStatus")]
    [ValidateRange(ServiceJobStatus.SUBMITTED, ServiceJobStatus.FAILED)]
    public ServiceJobStatus[] Status { get; set; } = [];

    /// <summary>The name, with * and ?. Default: any.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [SupportsWildcards]
    [RequestMember("filters")]
    public string? JobName { get; set; }

    /// <summary>Submitted later than this.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("filters")]
    public DateTime? After { get; set; }

    /// <summary>Submitted before this.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [RequestMember("filters")]
    public DateTime? Before { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(
        new ServiceJobFilter { Ids = Job, Queues = JobQueue, Statuses = Status, JobName = JobName, After = After, Before = Before });

    private protected override IAsyncEnumerable<ServiceJob> RunAsync(
        BatchConnection connection, IAsyncEnumerable<ServiceJobFilter> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new ServiceJobs(connection, reporter).GetAsync, cancellationToken);
}
