namespace BatchTools;

/// <summary>The resources of one kind: finds them by name, pattern or ARN, and calls the service for them.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
internal abstract class DescribedResources<T>(BatchConnection connection, IReporter reporter)
    where T : class, IDescribed
{
    /// <summary>The descriptions that are asked for one by one, at a time.</summary>
    protected const int AtATime = 8;

    /// <summary>The connection to look in.</summary>
    protected BatchConnection Connection => connection;

    /// <summary>What such a resource is called: scheduling policy.</summary>
    protected abstract string Kind { get; }

    /// <summary>Finds resources.</summary>
    /// <param name="names">Names (with * and ?) or ARNs. Empty: all of them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The resources. A name without wildcards that does not exist is reported.</returns>
    public virtual IAsyncEnumerable<T> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        new NamedResources<T>(DescribeAsync, one => $"{one}", one => one.Arn, NotFound, reporter).GetAsync(names, cancellationToken);

    /// <summary>The resource of that name or ARN; null if there is none.</summary>
    public async Task<T?> TryFindAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        await foreach (var resource in DescribeAsync([nameOrArn], cancellationToken))
            return resource;
        return null;
    }

    /// <summary>The resource of that name or ARN.</summary>
    /// <exception cref="BatchException">There is none.</exception>
    public async Task<T> FindAsync(string? nameOrArn, CancellationToken cancellationToken) =>
        await TryFindAsync(nameOrArn ?? "", cancellationToken) ?? throw NotFound(nameOrArn ?? "");

    /// <summary>The resources of those names or ARNs; all of them for null.</summary>
    protected abstract IAsyncEnumerable<T> DescribeAsync(IReadOnlyList<string>? names, CancellationToken cancellationToken);

    /// <summary>The error for a name of nothing.</summary>
    public BatchException NotFound(string name) => BatchException.For(
        nameof(Messages.ResourceNotFound), ErrorKind.NotFound, name, Kind, name, connection.Name, KnownNames.Check);

    /// <summary>Makes a call of AWS Batch.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected Task<TAnswer> CallAsync<TAnswer>(string operation, string? target, Func<CancellationToken, Task<TAnswer>> call, CancellationToken cancellationToken) =>
        new ServiceCall(connection, $"batch:{operation}", target).InvokeAsync(call, cancellationToken);

    /// <summary>What a description gives; null where the service says that there is nothing of that name.</summary>
    protected static async Task<T?> UnlessMissingAsync(Func<Task<T>> describe)
    {
        try
        {
            return await describe();
        }
        catch (BatchException missing) when (missing.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }
}
