namespace BatchTools;

/// <summary>
/// The queues and definitions of one call: each is looked up once, and each problem with one is one error, however
/// many jobs name it.
/// </summary>
internal sealed class SubmissionTargets(BatchConnection connection, IReporter reporter)
{
    private readonly Dictionary<string, BatchException?> queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JobDefinition? Definition, BatchException? Error)> definitions = new(StringComparer.Ordinal);
    private readonly JobQueues queueLookup = new(connection, reporter);
    private readonly JobDefinitions definitionLookup = new(connection, reporter);

    /// <summary>Sees that a queue takes jobs.</summary>
    /// <exception cref="BatchException">It does not exist, or takes none.</exception>
    public async Task CheckQueueAsync(string name, CancellationToken cancellationToken)
    {
        if (!queues.TryGetValue(name, out var error))
            queues[name] = error = await ProblemOfQueueAsync(name, cancellationToken);
        if (error is not null)
            throw error;
    }

    /// <summary>Finds the revision that a name stands for; null where the caller may not look.</summary>
    /// <exception cref="BatchException">It does not exist, or is not active.</exception>
    public async Task<JobDefinition?> DefinitionAsync(string name, CancellationToken cancellationToken)
    {
        if (!definitions.TryGetValue(name, out var known))
            definitions[name] = known = await LookUpAsync(name, cancellationToken);
        return known.Error is null ? known.Definition : throw known.Error;
    }

    private async Task<BatchException?> ProblemOfQueueAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            if (await queueLookup.FindAsync(name, cancellationToken) is not { } queue)
                return await queueLookup.NotFoundAsync(name, cancellationToken);
            if (queue.State == ResourceState.ENABLED && queue.Status is ResourceStatus.VALID or ResourceStatus.UPDATING)
                return null;
            return BatchException.For(
                nameof(Messages.JobQueueNotUsable), ErrorKind.Conflict, name, name, queue.State, queue.Status,
                queue.StatusReason is { Length: > 0 } reason ? $" ({reason})" : "");
        }
        catch (BatchException denied) when (denied.Kind == ErrorKind.Denied)
        {
            reporter.Verbose($"The job queue '{name}' is not checked: {denied.Message}");
            return null;
        }
    }

    private async Task<(JobDefinition? Definition, BatchException? Error)> LookUpAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            if (await definitionLookup.FindAsync(name, cancellationToken) is not { } definition)
                return (null, await definitionLookup.NotFoundAsync(name, cancellationToken));
            return definition.Status == JobDefinitionStatus.INACTIVE
                ? (null, BatchException.For(nameof(Messages.JobDefinitionInactive), ErrorKind.Conflict, name, definition))
                : (definition, null);
        }
        catch (BatchException denied) when (denied.Kind == ErrorKind.Denied)
        {
            reporter.Verbose($"The job definition '{name}' is not checked: {denied.Message}");
            return (null, null);
        }
    }
}
