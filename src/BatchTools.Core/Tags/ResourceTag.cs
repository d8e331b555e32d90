namespace BatchTools;

/// <summary>A tag of a resource.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; may be empty.</param>
/// <param name="ResourceArn">The ARN of the resource.</param>
/// <param name="Connection">The connection that it came from.</param>
public sealed record ResourceTag(string Key, string Value, string ResourceArn, BatchConnection Connection)
{
    /// <summary>Gives key=value.</summary>
    /// <returns>The key and the value.</returns>
    public override string ToString() => $"{Key}={Value}";
}
