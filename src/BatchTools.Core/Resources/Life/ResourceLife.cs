namespace BatchTools;

/// <summary>
/// What is done to a living resource, in the order that AWS wants: to be deleted it must be disabled and out of use, each of which
/// takes a while to show.
/// </summary>
/// <param name="connection">Where the resources are.</param>
/// <param name="reporter">Hears of each step.</param>
/// <param name="options">How long, and whether to wait for the end.</param>
internal abstract class ResourceLife<T>(BatchConnection connection, IReporter reporter, LifeOptions options) : IResourceLife<T>
    where T : class, ILiving
{
    /// <summary>What such a resource is called: job queue.</summary>
    protected abstract string Kind { get; }

    /// <summary>Where the resources are.</summary>
    protected BatchConnection Connection => connection;

    /// <summary>Hears of each step.</summary>
    protected IReporter Reporter => reporter;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> NamesAsync(string name, CancellationToken cancellationToken) => new NamePattern(name).HasWildcards
        ? GetAsync(name, cancellationToken).SelectAsync(one => one.Name, cancellationToken)
        : new[] { name }.ToStreamAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<T?> SwitchAsync(string name, ResourceState state, CancellationToken cancellationToken)
    {
        var resource = await FindAsync(name, cancellationToken) ?? throw NotFound(name);
        if (resource.State == state)
            reporter.Verbose($"The {Kind} '{resource}' is {state} already.");
        else if (!await options.Consent(new($"{resource}", $"{(state == ResourceState.ENABLED ? "Enable" : "Disable")} the {Kind}"), cancellationToken))
            return null;
        var steps = new ResourceSteps(connection, resource.Name, options.Limit);
        if (resource.State != state)
            await SetStateAsync(steps, resource, state, cancellationToken);
        if (!options.Wait)
            return await FindAsync(resource.Name, cancellationToken) ?? resource;
        return state == ResourceState.ENABLED
            ? await steps.UntilValidAsync(look => FindAsync(resource.Name, look), one => one.State == state, cancellationToken)
            : await UntilDisabledAsync(steps, resource, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<T?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var resource = await FindAsync(name, cancellationToken) ?? throw NotFound(name);
        var isGoing = resource.Status == ResourceStatus.DELETING;
        if (isGoing)
            reporter.Verbose($"The {Kind} '{resource}' is being deleted already.");
        else if (!await options.Consent(await ProposeRemovalAsync(resource, cancellationToken), cancellationToken))
            return null;
        var steps = new ResourceSteps(connection, resource.Name, options.Limit);
        if (!isGoing)
            await RemoveAsync(steps, resource, cancellationToken);
        if (options.Wait)
        {
            Report(resource, "waiting until it is gone");
            await steps.UntilAsync(look => FindAsync(resource.Name, look), one => one is null or { Status: ResourceStatus.DELETED }, cancellationToken);
        }

        reporter.Progress(new ProgressUpdate(Activity(resource), "done", 1, Completed: true));
        return resource;
    }

    private async Task RemoveAsync(ResourceSteps steps, T resource, CancellationToken cancellationToken)
    {
        if (resource.State != ResourceState.DISABLED)
        {
            Report(resource, "disabling");
            await SetStateAsync(steps, resource, ResourceState.DISABLED, cancellationToken);
        }

        Report(resource, "waiting until it is disabled");
        await UntilDisabledAsync(steps, resource, cancellationToken);
        await DetachAsync(steps, resource, cancellationToken);
        Report(resource, "deleting");
        await DeleteAsync(steps, resource, cancellationToken);
    }

    private Task<T?> UntilDisabledAsync(ResourceSteps steps, T resource, CancellationToken cancellationToken) => steps.UntilAsync(
        look => FindAsync(resource.Name, look), one => one is null || (one.State == ResourceState.DISABLED && IsSettled(one)), cancellationToken);

    /// <summary>The resources whose names fit a pattern.</summary>
    protected abstract IAsyncEnumerable<T> GetAsync(string pattern, CancellationToken cancellationToken);

    /// <summary>The resource of that name or ARN; null if there is none.</summary>
    protected abstract Task<T?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>The error for a name of nothing.</summary>
    protected abstract BatchException NotFound(string name);

    /// <summary>What a removal does, and what would be lost.</summary>
    /// <exception cref="BatchException">It cannot be removed.</exception>
    protected abstract Task<ProposedChange> ProposeRemovalAsync(T resource, CancellationToken cancellationToken);

    /// <summary>Sets the state.</summary>
    protected abstract Task SetStateAsync(ResourceSteps steps, T resource, ResourceState state, CancellationToken cancellationToken);

    /// <summary>Takes a resource out of use. Most are not used by others.</summary>
    protected virtual Task DetachAsync(ResourceSteps steps, T resource, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deletes a disabled resource that nothing uses.</summary>
    protected abstract Task DeleteAsync(ResourceSteps steps, T resource, CancellationToken cancellationToken);

    /// <summary>Tells the host what is done.</summary>
    protected void Report(T resource, string step)
    {
        reporter.Verbose($"The {Kind} '{resource}': {step}.");
        reporter.Progress(new ProgressUpdate(Activity(resource), step, null));
    }

    /// <summary>Whether nothing is changed about it at the moment.</summary>
    protected static bool IsSettled(ILiving resource) => resource.Status is ResourceStatus.VALID or ResourceStatus.INVALID;

    private string Activity(T resource) => $"Removing the {Kind} '{resource}'";
}
