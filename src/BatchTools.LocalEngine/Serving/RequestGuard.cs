using System.Globalization;

namespace BatchTools.LocalEngine.Serving;

/// <summary>
/// Refuses what a web page could send: a page's requests carry an Origin, and a page that points a name of its own at this
/// machine carries that name as Host.
/// </summary>
public static class RequestGuard
{
    /// <summary>Why a request is refused.</summary>
    /// <param name="host">Its header Host; null without one.</param>
    /// <param name="origin">Its header Origin; null without one.</param>
    /// <param name="port">The loopback port that it came to.</param>
    /// <returns>What is wrong and what to do; null if the request may go on.</returns>
    public static string? Refusal(string? host, string? origin, int port)
    {
        if (origin is not null)
            return "Requests of web pages (with an Origin header) are refused.";
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{port}");
        return host is not null && host.EndsWith(suffix, StringComparison.Ordinal) && IsThisMachine(host[..^suffix.Length])
            ? null
            : $"The Host '{host}' is refused. Use 127.0.0.1:{port} or localhost:{port}.";
    }

    private static bool IsThisMachine(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name is "127.0.0.1" or "[::1]";
}
