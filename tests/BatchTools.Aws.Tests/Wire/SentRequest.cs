namespace BatchTools.Aws.Tests.Wire;

/// <summary>A request as it would go over the wire.</summary>
internal sealed record SentRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);
