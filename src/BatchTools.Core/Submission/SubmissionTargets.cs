namespace BatchTools;

/// <summary>
/// The queues and definitions of one call: each is looked up once, and each problem with one is one error, however
/// many jobs name it.
/// </summary>
internal sealed class SubmissionTargets(BatchConnection connection, IReporter reporter)
{
    private readonly Dictionary<string, BatchException?> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JobDefinition? Definition, BatchException? Error)> _definitions = new(StringComparer.Ordinal);
    private readonly JobQueues _queueLookup = new(connection, reporter);
    private readonly JobDefinitions _definitionLookup = new(connection, reporter);

    /// <summary>Sees that a queue takes jobs.</summary>
    /// <exception cref="BatchException">It does not exist, or takes none.</exception>
    public async Task CheckQueueAsync(string name, CancellationToken cancellationToken)
    {
        if (!_queues.TryGetValue(name, out var error))
            _queues[name] = error = await ProblemOfQueueAsync(name, cancellationToken);
        if (error is not null)
            throw error;
    }

    /// <summary>Finds the revision that a name stands for; null where the caller may not look.</summary>
    /// <exception cref="BatchException">It does not exist, or is not active.</exception>
    public async Task<JobDefinition?> DefinitionAsync(string name, CancellationToken cancellationToken)
    {
        if (!_definitions.TryGetValue(name, out var known))
            _definitions[name] = known = await LookUpAsync(name, cancellationToken);
        return known.Error is null ? known.Definition : throw known.Error;
    }

    private async Task<BatchException?> ProblemOfQueueAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            if (await _queueLookup.FindAsync(name, cancellationToken) is not { } queue)
                return await _queueLookup.NotFoundAsync(name, cancellationToken);
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
            if (await _definitionLookup.FindAsync(name, cancellationToken) is not { } definition)
                return (null, await _definitionLookup.NotFoundAsync(name, cancellationToken));
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
