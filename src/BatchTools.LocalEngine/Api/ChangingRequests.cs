namespace BatchTools.LocalEngine.Api;

/// <summary>Tells the requests that can change what jobs do from those that only look.</summary>
internal static class ChangingRequests
{
    private static readonly string[] Looking = ["/v1/describe", "/v1/list", "/v1/get"];

    /// <summary>Whether a request is one of Batch's that changes something; the other services' change no job.</summary>
    public static bool Includes(EngineRequest request) =>
        request.Target.StartsWith("/v1/", StringComparison.Ordinal)
        && request.Method != "GET"
        && !Looking.Any(prefix => request.Target.StartsWith(prefix, StringComparison.Ordinal));
}
