namespace BatchTools;

/// <summary>
/// What became of a set of jobs. Run time is the time that a job's attempts ran, all of them; times are local. Array jobs
/// count as their children.
/// </summary>
public sealed record WorkloadSummary
{
    /// <summary>The name of the workload; null if the jobs belong to none, or to several.</summary>
    public string? Workload { get; init; }

    /// <summary>The number of jobs.</summary>
    public int JobCount { get; init; }

    /// <summary>How many succeeded.</summary>
    public int Succeeded { get; init; }

    /// <summary>How many failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many had not ended when they were looked at.</summary>
    public int Unfinished => JobCount - Succeeded - Failed;

    /// <summary>The part of the ended jobs that succeeded, from 0 to 1; null while none has ended.</summary>
    public double? SuccessRate => Succeeded + Failed == 0 ? null : (double)Succeeded / (Succeeded + Failed);

    /// <summary>How many jobs are in which state; states without jobs are left out.</summary>
    public IReadOnlyDictionary<JobStatus, int> StatusCounts { get; init; } = new Dictionary<JobStatus, int>();

    /// <summary>When the first job was submitted; null if that is unknown.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When the last job ended; null if none has.</summary>
    public DateTime? StoppedAt { get; init; }

    /// <summary>The time from the first submission to the last end; null if either is unknown.</summary>
    public TimeSpan? Duration => StoppedAt - StartedAt;

    /// <summary>The run times of all jobs together.</summary>
    public TimeSpan TotalRunTime { get; init; }

    /// <summary>The hours that the jobs ran, each times its vCPUs; null if no job tells its vCPUs.</summary>
    public double? VcpuHours { get; init; }

    /// <summary>The run times of the jobs; null if none has run.</summary>
    public DurationStatistics? RunTime { get; init; }

    /// <summary>The times from submission to the first start; null if no job has started.</summary>
    public DurationStatistics? QueueTime { get; init; }

    /// <summary>The mean run time of a job; null if none has run.</summary>
    public TimeSpan? MeanDuration => RunTime?.Mean;

    /// <summary>The longest run time of a job; null if none has run.</summary>
    public TimeSpan? MaxDuration => RunTime?.Max;

    /// <summary>The mean time that a job waited for its start; null if none has started.</summary>
    public TimeSpan? MeanQueueTime => QueueTime?.Mean;

    /// <summary>How many jobs failed for which reason, the most frequent reason first.</summary>
    public IReadOnlyList<FailureGroup> Failures { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What the jobs cost, or on the local engine would cost on AWS; null where that was not asked for.</summary>
    public JobCost? Cost { get; init; }

    /// <summary>
    /// What each job cost, by its id; null where that was not asked for. An array job stands for those of its children that are not
    /// among the jobs, and is left out where all are.
    /// </summary>
    public IReadOnlyDictionary<string, JobCost>? Costs { get; init; }

    /// <summary>The jobs, in the order in which they were added.</summary>
    public IReadOnlyList<Job> Jobs { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The connection that the jobs came from; null if there are none, or several.</summary>
    public BatchConnection? Connection { get; init; }

    /// <summary>When the summary was made, in local time.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Gives the workload and its counts.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Workload ?? "workload"}: {Succeeded} succeeded, {Failed} failed, {Unfinished} unfinished";
}
