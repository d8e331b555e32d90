namespace BatchTools;

/// <summary>The compute environments behind queues: each queue is looked at once.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Takes what the look-up tells.</param>
internal sealed class QueueEnvironments(BatchConnection connection, IReporter reporter)
{
    private readonly Dictionary<string, IReadOnlyList<ComputeEnvironment>> _queues = new(StringComparer.Ordinal);

    /// <summary>Says what is behind a queue that may not exist yet.</summary>
    public void Add(string queue, IReadOnlyList<ComputeEnvironment> environments) => _queues[queue] = environments;

    /// <summary>The environments that jobs of a queue may run in: those that are enabled, in their order.</summary>
    /// <exception cref="BatchException">The queue or its environments may not be read.</exception>
    public async Task<IReadOnlyList<ComputeEnvironment>> OfAsync(string queue, CancellationToken cancellationToken)
    {
        if (_queues.TryGetValue(queue, out var known))
            return known;
        var names = (await new JobQueues(connection, reporter).FindAsync(queue, cancellationToken))?.ComputeEnvironments ?? [];
        var environments = names.Count == 0 ? [] : await new ComputeEnvironments(connection, reporter).GetAsync(names, cancellationToken).GatherAsync(cancellationToken);
        return _queues[queue] = [.. environments.Where(one => one.State == ResourceState.ENABLED)];
    }
}
