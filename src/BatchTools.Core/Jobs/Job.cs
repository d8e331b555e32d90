using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>
/// A job as it was when it was looked at. Times are local; what the service did not tell is null or empty.
/// </summary>
public sealed class Job : IDescribed
{
    /// <summary>The id of the job; of an array child the parent's id, a colon and the index.</summary>
    public required string JobId { get; init; }

    /// <summary>The ARN of the job.</summary>
    public string JobArn { get; init; } = "";

    /// <summary>The name that the job was submitted with.</summary>
    public string JobName { get; init; } = "";

    /// <summary>The state of the job.</summary>
    public JobStatus Status { get; init; }

    /// <summary>Why the job is in its state, in the service's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Of a job that was just stopped, the reason that its state had before: stopping puts another in its place.</summary>
    public string? PreviousStatusReason { get; internal set; }

    /// <summary>The name of the queue that the job was submitted to.</summary>
    public string JobQueue { get; init; } = "";

    /// <summary>The job definition, as name:revision.</summary>
    public string JobDefinition { get; init; } = "";

    /// <summary>When the job was submitted; of an array child, when it was spawned.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>When the job (its latest attempt) began to run.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When the job ended.</summary>
    public DateTime? StoppedAt { get; init; }

    /// <summary>How long the job ran, or has been running when it was looked at; null if it does not run yet.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How long the job waited from its submission to its start; null if it has not started.</summary>
    public TimeSpan? QueueTime => StartedAt - CreatedAt;

    /// <summary>The exit code of the job's container; null if there is none, as after a lost host.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why the container ended or could not start, in the service's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the job failed, in a word; null if it did not.</summary>
    public FailureClass? FailureClass { get; init; }

    /// <summary>The attempts that have ended, first to last.</summary>
    public IReadOnlyList<JobAttempt> Attempts { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The place of an array child in its array, from 0; null for other jobs.</summary>
    public int? ArrayIndex { get; init; }

    /// <summary>The id of the array job that an array child belongs to; null for other jobs.</summary>
    internal string? ArrayJobId => ArrayIndex is null ? null : JobId[..JobId.LastIndexOf(':')];

    /// <summary>
    /// The index that an array child sees: its place, or, in an array that Restart-BatchJob made of the children that failed, the
    /// place that it had in the first array. Only a full description tells it.
    /// </summary>
    public int? OriginalArrayIndex { get; init; }

    /// <summary>The number of children of an array job; null for other jobs.</summary>
    public int? ArraySize { get; init; }

    /// <summary>The number of nodes of a multi-node parallel job; null for other jobs.</summary>
    public int? NodeCount { get; init; }

    /// <summary>The place of a node in its multi-node parallel job, from 0; null for other jobs.</summary>
    public int? NodeIndex { get; init; }

    /// <summary>How many children of an array job are in which state.</summary>
    public IReadOnlyDictionary<JobStatus, int> StatusSummary { get; init; } = new Dictionary<JobStatus, int>();

    /// <summary>The share that the job counts for, on a queue with fair-share scheduling.</summary>
    public string? ShareIdentifier { get; init; }

    /// <summary>The index of the sweep point that the job computes; null where it computes none, or several.</summary>
    public long? Point { get; init; }

    /// <summary>The values for <c>Ref::name</c> in the command; of the child of a folded array, all parameters of its point.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment variables of the container, without those that AWS Batch sets itself.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The command of the container, one entry an argument.</summary>
    public IReadOnlyList<string> Command { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The tags of the job.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The ids of the jobs that this one waits for.</summary>
    public IReadOnlyList<string> DependsOn { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The vCPUs of the job.</summary>
    public decimal? Vcpu { get; init; }

    /// <summary>The memory of the job, in MiB.</summary>
    public int? Memory { get; init; }

    /// <summary>The GPUs of the job.</summary>
    public int? Gpu { get; init; }

    /// <summary>The workload that the job belongs to, from its tag; null if to none.</summary>
    public string? Workload { get; init; }

    /// <summary>The group of the job's log in CloudWatch Logs; null where the log goes elsewhere.</summary>
    public string? LogGroup { get; init; }

    /// <summary>The log stream of the latest attempt; null before it runs.</summary>
    public string? LogStreamName { get; init; }

    /// <summary>Whether the job has ended, well or not.</summary>
    public bool IsFinished => Status is JobStatus.SUCCEEDED or JobStatus.FAILED;

    /// <summary>The connection that the job came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw
    {
        get => field ??= Source is null ? new Dictionary<string, object?>() : ShapeWriter.ToPlainData(Source);
        init;
    }

    /// <summary>The service's answer, which <see cref="Raw"/> is made of when it is asked for.</summary>
    internal object? Source { get; init; }

    /// <summary>
    /// Whether this is a full description. A listing and a submission tell no attempts, tags, parameters, environment, command and
    /// needs of a job.
    /// </summary>
    public bool IsDetailed { get; init; }

    /// <summary>Where the job's containers log, attempt by attempt.</summary>
    internal IReadOnlyList<ContainerLog> ContainerLogs { get; init; } = [];

    string IDescribed.Arn => JobArn;

    /// <summary>Gives the id of the job.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => JobId;
}
