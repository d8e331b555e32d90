using System.Globalization;
using System.Text;
using System.Text.Json;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.CloudWatch;
using BatchTools.LocalEngine.Metrics;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.CloudWatch;

/// <summary>A CloudWatch of its own, at a time that stands, spoken to in JSON.</summary>
internal sealed class CloudWatchFixture : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<MetricStore> _store;

    public CloudWatchFixture()
    {
        _store = new(() => MetricStore.Open(_folder.File("metrics.db"), Time));
        Api = new LocalCloudWatchApi(_store);
    }

    public ManualTimeProvider Time { get; } = new();

    public LocalCloudWatchApi Api { get; }

    /// <summary>Now, in seconds since 1970.</summary>
    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    public Task<ServiceReply> DispatchAsync(ServiceRequest request) => CloudWatchProtocol.DispatchAsync(Api, request, TestContext.Current.CancellationToken);

    public Task<ServiceReply> AskAsync(string operation, string body) => DispatchAsync(new(
        "POST", "/", "",
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Target"] = "GraniteServiceVersion20100801." + operation },
        Encoding.UTF8.GetBytes(body)));

    /// <summary>The answer to a call that succeeds.</summary>
    public async Task<JsonElement> CallAsync(string operation, string body)
    {
        var reply = await AskAsync(operation, body);
        Assert.True(reply.Status == 200, Encoding.UTF8.GetString(reply.Body.Span));
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.Clone();
    }

    /// <summary>Puts a value, so many seconds ago.</summary>
    public Task PutAsync(long secondsAgo, double value, string unit = "None") => CallAsync("PutMetricData", string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"Namespace":"N","MetricData":[{"MetricName":"m","Timestamp":{{Now - secondsAgo}},"Value":{{value}},"Unit":"{{unit}}"}]}"""));

    public void Dispose()
    {
        if (_store.IsValueCreated)
            _store.Value.Dispose();
        _folder.Dispose();
    }
}
