using Microsoft.AspNetCore.Http;

namespace BatchTools.Cli.Serving;

/// <summary>
/// Refuses what a web page could send: a page's requests carry an Origin, and a page that points a name of its own at this
/// machine carries that name as Host.
/// </summary>
internal static class RequestGuard
{
    /// <summary>Why the request is refused; null if it may go on.</summary>
    public static string? Refusal(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Origin"))
            return "Requests of web pages (with an Origin header) are refused.";
        var port = request.HttpContext.Connection.LocalPort;
        return IsThisMachine(request.Host, port)
            ? null
            : $"The Host '{request.Host}' is refused. Use 127.0.0.1:{port} or localhost:{port}.";
    }

    private static bool IsThisMachine(HostString host, int port) =>
        host.Port == port
        && (host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host is "127.0.0.1" or "[::1]");
}
