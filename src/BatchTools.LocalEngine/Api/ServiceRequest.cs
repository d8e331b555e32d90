namespace BatchTools.LocalEngine.Api;

/// <summary>A request to one service, as it came over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RawPath">The path, still percent-encoded.</param>
/// <param name="RawQuery">The query without its question mark, still percent-encoded; empty where there is none.</param>
/// <param name="Headers">The headers; their names compare without regard to case.</param>
/// <param name="Body">The whole body.</param>
internal sealed record ServiceRequest(
    string Method,
    string RawPath,
    string RawQuery,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body);
