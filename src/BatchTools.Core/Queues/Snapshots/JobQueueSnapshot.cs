namespace BatchTools;

/// <summary>The head of a job queue and what its jobs use, as they were when it was looked at.</summary>
public sealed class JobQueueSnapshot
{
    /// <summary>The name of the queue.</summary>
    public required string JobQueueName { get; init; }

    /// <summary>The first RUNNABLE jobs, 100 at most, the next one first.</summary>
    public IReadOnlyList<QueuePosition> Jobs { get; init => field = Indexable.Of(value); } = [];

    /// <summary>When the head was looked at, in local time.</summary>
    public DateTime? UpdatedAt { get; init; }

    /// <summary>The vCPUs that the jobs of the queue use; null where the service does not tell.</summary>
    public double? VcpusInUse => Capacity.TryGetValue("VCPU", out var vcpus) ? vcpus : null;

    /// <summary>How much of each unit the jobs of the queue use, such as VCPU.</summary>
    public IReadOnlyDictionary<string, double> Capacity { get; init; } = new Dictionary<string, double>();

    /// <summary>How many shares of a fair-share queue are active; null on other queues.</summary>
    public long? ActiveShares { get; init; }

    /// <summary>The shares that use most: of a fair-share queue, or the quota shares of a queue for service jobs.</summary>
    public IReadOnlyList<ShareUtilization> Shares { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The first jobs of each quota share.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<QueuePosition>> QuotaShares { get; init; } = new Dictionary<string, IReadOnlyList<QueuePosition>>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    /// <summary>Gives the name of the queue.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobQueueName;
}
