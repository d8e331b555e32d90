namespace BatchTools.LocalEngine;

/// <summary>An HTTP request as it came over the wire.</summary>
/// <param name="Method">The HTTP method, such as <c>POST</c>.</param>
/// <param name="Target">The request target: path and query exactly as they were sent, percent-encoding included.</param>
/// <param name="Headers">The headers, repeated names allowed; <c>Host</c> among them.</param>
/// <param name="Body">The body, whole; at most <see cref="LocalEngine.MaximumBodyBytes"/>.</param>
public sealed record EngineRequest(
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body);
