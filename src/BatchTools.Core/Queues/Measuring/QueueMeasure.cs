namespace BatchTools;

/// <summary>The jobs of a queue by state, the children of array jobs one by one, and the capacity for them.</summary>
public sealed record QueueMeasure
{
    /// <summary>The name of the queue.</summary>
    public required string JobQueueName { get; init; }

    /// <summary>When it was measured, in local time.</summary>
    public required DateTime MeasuredAt { get; init; }

    /// <summary>Whether the queue takes new jobs.</summary>
    public ResourceState State { get; init; }

    /// <summary>The condition of the queue.</summary>
    public ResourceStatus Status { get; init; }

    /// <summary>The jobs in each state.</summary>
    public required IReadOnlyDictionary<JobStatus, int> Counts { get; init; }

    /// <summary>Jobs that the scheduler has not looked at.</summary>
    public int Submitted => Of(JobStatus.SUBMITTED);

    /// <summary>Jobs that wait for others.</summary>
    public int Pending => Of(JobStatus.PENDING);

    /// <summary>Jobs that wait for room.</summary>
    public int Runnable => Of(JobStatus.RUNNABLE);

    /// <summary>Jobs whose containers start.</summary>
    public int Starting => Of(JobStatus.STARTING);

    /// <summary>Jobs that run.</summary>
    public int Running => Of(JobStatus.RUNNING);

    /// <summary>Jobs that succeeded, as far as AWS Batch still knows them.</summary>
    public int Succeeded => Of(JobStatus.SUCCEEDED);

    /// <summary>Jobs that failed, as far as AWS Batch still knows them.</summary>
    public int Failed => Of(JobStatus.FAILED);

    /// <summary>Jobs that have not ended.</summary>
    public int QueueSize => Submitted + Pending + Runnable + Starting + Running;

    /// <summary>The job that has been waiting for room for the longest; null if none waits.</summary>
    public string? OldestRunnableJob { get; init; }

    /// <summary>How long ago that job was submitted; null if none waits.</summary>
    public TimeSpan? OldestRunnable { get; init; }

    /// <summary>The vCPUs that the jobs of the queue use; null where the service does not tell.</summary>
    public double? VcpusInUse { get; init; }

    /// <summary>The vCPUs that the queue's environments can have at most, together; null where none has a limit.</summary>
    public int? MaxVcpus => Sum(one => one.MaxVcpus);

    /// <summary>The vCPUs that the queue's environments can still grow by, together; other queues may use them too.</summary>
    public int? AvailableVcpus => Sum(one => one.AvailableVcpus);

    /// <summary>The part of the most vCPUs that the jobs of the queue use, from 0 to 1; null where it is not known.</summary>
    public double? Utilization => VcpusInUse is { } used && MaxVcpus is > 0 and { } most ? Math.Min(1, used / most) : null;

    /// <summary>The job at the head of the queue, if something keeps it from starting.</summary>
    public string? BlockedJob { get; init; }

    /// <summary>What keeps the job at the head of the queue from starting, in the service's words; null: nothing that it tells.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>The compute environments, in the order in which they are tried.</summary>
    public IReadOnlyList<EnvironmentMeasure> ComputeEnvironments { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Gives the name of the queue.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobQueueName;

    private int Of(JobStatus status) => Counts.GetValueOrDefault(status);

    private int? Sum(Func<EnvironmentMeasure, int?> vcpus) =>
        ComputeEnvironments.Select(vcpus).OfType<int>().ToArray() is { Length: > 0 } known ? known.Sum() : null;
}
