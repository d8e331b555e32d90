namespace BatchTools;

/// <summary>How to connect to a local engine, in process or served by another process.</summary>
public sealed record LocalConnectionSettings
{
    /// <summary>Takes the requests of an engine in this process; null: they go to <see cref="Endpoint"/>.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The address of the engine; with a handler, the address that requests name.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The Region that the engine goes by.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The access key id of the engine's data folder.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret of the access key.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The engine's data folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>What is disposed with the connection, such as the engine; null: nothing.</summary>
    public IAsyncDisposable? Owned { get; init; }

    /// <summary>Tells the settings without the secrets.</summary>
    /// <returns>The data folder and endpoint.</returns>
    public override string ToString() => $"DataDirectory = {DataDirectory}, Endpoint = {Endpoint}";
}
