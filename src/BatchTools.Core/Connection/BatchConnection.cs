namespace BatchTools;

/// <summary>A connection to AWS Batch or to a local engine. Objects carry the connection that they came from.</summary>
public sealed class BatchConnection : IAsyncDisposable
{
    /// <summary>A short name: local, or the profile's name, or default.</summary>
    public required string Name { get; init; }

    /// <summary>What the connection leads to.</summary>
    public required BatchConnectionKind Kind { get; init; }

    /// <summary>The AWS Region.</summary>
    public required string Region { get; init; }

    /// <summary>The address that is called in place of the Region's own; null: the Region's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The AWS profile; null if none is used.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The data folder of the local engine; null for AWS.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>When the connection was made, in local time.</summary>
    public required DateTime ConnectedAt { get; init; }

    /// <summary>Connects to AWS.</summary>
    /// <param name="settings">How to connect.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="BatchException">There is no Region, no credentials, or no such profile.</exception>
    public static BatchConnection ToAws(AwsConnectionSettings settings) => throw new NotImplementedException();

    /// <summary>Connects to a local engine.</summary>
    /// <param name="settings">How to connect.</param>
    /// <returns>The connection.</returns>
    public static BatchConnection ToLocal(LocalConnectionSettings settings) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Gives the name of the connection.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
