namespace BatchTools.LocalEngine;

/// <summary>An HTTP answer of the engine.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The headers, <c>Content-Type</c> among them; the length is left to the server.</param>
/// <param name="Body">The body, whole.</param>
public sealed record EngineResponse(
    int Status,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body);
