using System.Text;
using System.Text.Json;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Api.CloudWatchLogs;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Requests as they come over the wire, and what the replies say.</summary>
internal static class Wire
{
    private static readonly Dictionary<string, string> NoHeaders = new(StringComparer.OrdinalIgnoreCase);

    public static Task<ServiceReply> BatchAsync(BatchApi api, string method, string path, string query = "", byte[]? body = null) =>
        BatchProtocol.DispatchAsync(api, new(method, path, query, NoHeaders, body), TestContext.Current.CancellationToken);

    public static Task<ServiceReply> SubmitAsync(string body) => BatchAsync(new KeepingApi(), "POST", "/v1/submitjob", body: Encoding.UTF8.GetBytes(body));

    public static Task<ServiceReply> RegisterAsync(string body) => BatchAsync(new KeepingApi(), "POST", "/v1/registerjobdefinition", body: Encoding.UTF8.GetBytes(body));

    public static Task<ServiceReply> LogsAsync(CloudWatchLogsApi api, string? target, string body, string method = "POST")
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (target is not null)
            headers["x-amz-target"] = target;
        return CloudWatchLogsProtocol.DispatchAsync(api, new(method, "/", "", headers, Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken);
    }

    public static string Message(ServiceReply reply) => Member(reply, "message");

    public static string Member(ServiceReply reply, string name)
    {
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.GetProperty(name).GetString()!;
    }
}
