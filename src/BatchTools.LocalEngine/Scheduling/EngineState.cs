using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Storage;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>
/// Everything that the engine knows, in memory. Read and changed only under <see cref="Gate"/>; each change is put down in
/// <see cref="Store"/> under the same hold of it, so that the order on disk is the order here.
/// </summary>
internal sealed class EngineState(StateStore store, AwsNames names, EngineIdentity identity, TimeProvider time, Machine machine)
{
    private List<JobQueue>? _byPriority;
    private long _sequence;

    public object Gate { get; } = new();

    public StateStore Store { get; } = store;

    public AwsNames Names { get; } = names;

    public EngineIdentity Identity { get; } = identity;

    public TimeProvider Time { get; } = time;

    /// <summary>What this machine has for jobs.</summary>
    public Machine Machine { get; } = machine;

    public ResourceTable<ComputeEnvironment> Environments { get; } = new(names, "compute-environment");

    public ResourceTable<JobQueue> Queues { get; } = new(names, "job-queue");

    public ResourceTable<SchedulingPolicy> SchedulingPolicies { get; } = new(names, "scheduling-policy");

    public ResourceTable<ConsumableResource> ConsumableResources { get; } = new(names, "consumable-resource");

    public ResourceTable<ServiceEnvironment> ServiceEnvironments { get; } = new(names, "service-environment");

    /// <summary>Quota shares by <c>queue/share</c>.</summary>
    public ResourceTable<QuotaShare> QuotaShares { get; } = new(names, "quota-share");

    public JobDefinitionTable Definitions { get; } = new(names);

    public JobTable Jobs { get; } = new(names);

    /// <summary>The engine is being closed: nothing is placed any more.</summary>
    public bool IsClosing { get; set; }

    /// <summary>Nothing is placed while this engine is open.</summary>
    public bool HoldsJobs { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The queues, higher priority first, older ones first among equals.</summary>
    public IReadOnlyList<JobQueue> QueuesByPriority =>
        _byPriority ??= [.. Queues.All.OrderByDescending(static queue => queue.Priority).ThenBy(static queue => queue.Sequence)];

    /// <summary>A queue was made, changed or removed.</summary>
    public void QueuesChanged() => _byPriority = null;

    public long NextSequence() => ++_sequence;

    /// <summary>Numbers up to this one are taken.</summary>
    public void SequenceUsed(long sequence) => _sequence = Math.Max(_sequence, sequence);
}
