using System.Net;

namespace BatchTools.Aws.Tests.Wire;

/// <summary>What the service says.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, string? ErrorType = null, string ContentType = "application/json")
{
    public static Answer Ok(string body) => new(HttpStatusCode.OK, body);
}
