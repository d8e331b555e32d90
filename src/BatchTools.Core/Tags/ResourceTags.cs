namespace BatchTools;

/// <summary>Reads and changes the tags of whatever has an ARN.</summary>
/// <param name="connection">Where the resources are.</param>
internal sealed class ResourceTags(BatchConnection connection)
{
    /// <summary>The tags of a resource, in the order of their keys.</summary>
    /// <exception cref="BatchException">There is no such resource.</exception>
    public async Task<IReadOnlyList<ResourceTag>> GetAsync(string arn, CancellationToken cancellationToken)
    {
        var answer = await new ServiceCall(connection, "batch:ListTagsForResource", arn)
            .InvokeAsync(token => connection.Batch.ListTagsForResourceAsync(new() { ResourceArn = arn }, token), cancellationToken);
        return [.. (answer.Tags ?? []).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new ResourceTag(tag.Key, tag.Value, arn, connection))];
    }

    /// <summary>Gives a resource tags, in place of those of the same keys.</summary>
    /// <exception cref="BatchException">There is no such resource, or a tag is wrong.</exception>
    public Task AddAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        new ServiceCall(connection, "batch:TagResource", arn)
            .InvokeAsync(token => connection.Batch.TagResourceAsync(new() { ResourceArn = arn, Tags = new(tags) }, token), cancellationToken);

    /// <summary>Takes tags from a resource; a key that it does not have is none.</summary>
    /// <exception cref="BatchException">There is no such resource.</exception>
    public Task RemoveAsync(string arn, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        new ServiceCall(connection, "batch:UntagResource", arn)
            .InvokeAsync(token => connection.Batch.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = [.. keys] }, token), cancellationToken);
}
