namespace BatchTools.LocalEngine.Api;

/// <summary>What goes back to a client.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The whole body.</param>
/// <param name="ErrorType">The error's type, which goes out as <c>x-amzn-ErrorType</c>; null for a success.</param>
/// <param name="QueryError">The error's name in the query protocol, which goes out as <c>x-amzn-query-error</c>; null where there is none.</param>
internal sealed record ServiceReply(int Status, string ContentType, ReadOnlyMemory<byte> Body, string? ErrorType = null, string? QueryError = null);
