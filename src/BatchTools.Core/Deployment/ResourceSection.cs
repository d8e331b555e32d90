using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>What the sections of a file share.</summary>
/// <typeparam name="TRequest">The request that creates a resource.</typeparam>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="connection">Where the resources are.</param>
/// <param name="kind">What such a resource is called.</param>
internal abstract class ResourceSection<TRequest, T>(BatchConnection connection, string kind)
    where TRequest : class
    where T : class, IDescribed
{
    /// <summary>Where the resources are.</summary>
    protected BatchConnection Connection => connection;

    /// <summary>Holds a resource against what exists.</summary>
    /// <param name="item">The resource as the file describes it.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<PlannedResource> PlanAsync(FileItem<TRequest> item, CancellationToken cancellationToken)
    {
        Complete(item.Request);
        if (await FindAsync(item.Name, cancellationToken) is not { } existing)
            return new(Change(item, ResourceAction.Create), item.Where, token => CreateAsync(item.Request, token));
        var differences = Differences(existing, item.Request);
        return differences.Count == 0
            ? new(Change(item, ResourceAction.Leave), item.Where, null)
            : new(
                Change(item, ResourceAction.Change) with { Differences = differences },
                item.Where,
                token => ChangeAsync(existing, item.Request, differences, token))
            {
                Obstacles = [.. differences.Where(one => IsFixed(existing, one)).Select(one => BatchException.For(
                    nameof(Messages.ChangeImpossible), ErrorKind.Conflict, item.Name, item.Where, kind, item.Name, one))],
            };
    }

    /// <summary>What removing it means; null if it does not exist.</summary>
    /// <param name="item">The resource as the file describes it.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<PlannedResource?> PlanRemovalAsync(FileItem<TRequest> item, CancellationToken cancellationToken) =>
        await FindAsync(item.Name, cancellationToken) is { } existing
            ? new(Change(item, ResourceAction.Remove), item.Where, token => RemoveAsync(existing, token))
            : null;

    /// <summary>Brings a request into the form that the service takes.</summary>
    protected virtual void Complete(TRequest request)
    {
    }

    /// <summary>The resource of that name; null if there is none.</summary>
    protected abstract Task<T?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>What the file says otherwise.</summary>
    protected abstract IReadOnlyList<Difference> Differences(T existing, TRequest request);

    /// <summary>Whether AWS Batch can not change it in place.</summary>
    protected abstract bool IsFixed(T existing, Difference difference);

    /// <summary>Creates the resource.</summary>
    protected abstract Task CreateAsync(TRequest request, CancellationToken cancellationToken);

    /// <summary>Makes the resource as the file says.</summary>
    protected abstract Task ChangeAsync(T existing, TRequest request, IReadOnlyList<Difference> differences, CancellationToken cancellationToken);

    /// <summary>Removes the resource, and waits until it is gone.</summary>
    protected abstract Task RemoveAsync(T existing, CancellationToken cancellationToken);

    /// <summary>Sets the tags that differ; others that a resource has stay.</summary>
    protected async Task TagAsync(T existing, Dictionary<string, string>? tags, IReadOnlyList<Difference> differences, CancellationToken cancellationToken)
    {
        if (tags is { Count: > 0 } && differences.Any(one => ChangedMembers.IsAt(one, "tags")))
            await new ResourceTags(connection).AddAsync(existing.Arn, tags, cancellationToken);
    }

    private ResourceChange Change(FileItem<TRequest> item, ResourceAction action) => new() { Action = action, Kind = kind, Name = item.Name, Connection = connection };
}
