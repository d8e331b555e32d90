namespace BatchTools;

/// <summary>What can be done to resources of one kind, each given by its name.</summary>
/// <typeparam name="T">The resource.</typeparam>
internal interface IResourceLife<T>
    where T : class
{
    /// <summary>The names that a name stands for: itself, or those that fit the pattern.</summary>
    /// <param name="name">A name, a pattern or an ARN.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    IAsyncEnumerable<string> NamesAsync(string name, CancellationToken cancellationToken);

    /// <summary>Enables or disables a resource.</summary>
    /// <param name="name">Its name or ARN.</param>
    /// <param name="state">The state that it should have.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The resource as it is then; null if the change was not allowed.</returns>
    /// <exception cref="BatchException">There is none of that name, the service refused, or the time was up.</exception>
    Task<T?> SwitchAsync(string name, ResourceState state, CancellationToken cancellationToken);

    /// <summary>Disables a resource, takes it out of use, and deletes it, waiting between the steps.</summary>
    /// <param name="name">Its name or ARN.</param>
    /// <param name="cancellationToken">Ends the waiting; the next steps are not taken.</param>
    /// <returns>The resource as it was before; null if the removal was not allowed.</returns>
    /// <exception cref="BatchException">There is none of that name, something needs it, the service refused, or the time was up.</exception>
    Task<T?> RemoveAsync(string name, CancellationToken cancellationToken);
}
