using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Batch;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Signing;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>
/// Malformed bodies for every operation of Batch, rightly signed, through an engine with its state on disk: a success or a
/// client error in AWS's form, and an engine that goes on.
/// </summary>
public sealed class EngineFuzzTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private OpenEngine _engine = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Operations => BothSidesTests.BatchOperations;

    public async ValueTask InitializeAsync() => _engine = await OpenEngine.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _folder.Dispose();
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_malformed_body_is_never_more_than_a_client_error(string operation)
    {
        var (method, target, whole) = await CaptureAsync(operation);
        using var client = new HttpClient(_engine.Engine.CreateHandler());
        foreach (var body in MalformedBodies.Of(whole, Chance.Random(operation)))
            await AssertDecentAsync(client, method, target, body);

        Assert.Equal(JobStatus.SUCCEEDED, (await _engine.RunAsync("true")).Status);
    }

    // What the client sends for a full request: where to, and the body to spoil.
    private static async Task<(string Method, string Target, byte[] Body)> CaptureAsync(string operation)
    {
        ServiceRequest? sent = null;
        using var client = new AmazonBatchClient(
            new Amazon.Runtime.BasicAWSCredentials("key", "secret"),
            new AmazonBatchConfig
            {
                ServiceURL = "http://local.batchtools/", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0,
                HttpClientFactory = new DispatchingHandler(request =>
                {
                    sent = request;
                    return Task.FromResult(new ServiceReply(200, "application/json", "{}"u8.ToArray()));
                }).Factory(),
            });
        var call = client.GetType().GetMethod(operation + "Async")!;
        await (Task)call.Invoke(client, [new Filler().Fill(call.GetParameters()[0].ParameterType), Cancellation])!;
        return (sent!.Method, sent.RawQuery.Length == 0 ? sent.RawPath : $"{sent.RawPath}?{sent.RawQuery}", sent.Body.ToArray());
    }

    private async Task AssertDecentAsync(HttpClient client, string method, string target, byte[] body)
    {
        using var response = await client.SendAsync(Signed(method, target, body), Cancellation).WaitAsync(Patience, Cancellation);
        if (response.StatusCode == HttpStatusCode.OK)
            return;
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True((int)response.StatusCode is >= 400 and < 500, $"{(int)response.StatusCode} {text} for {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2000)))}");
        Assert.NotEqual(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.NotEmpty(response.Headers.GetValues("x-amzn-ErrorType").Single());
        using var json = JsonDocument.Parse(text);
        Assert.NotEqual("", json.RootElement.GetProperty("message").GetString());
    }

    private HttpRequestMessage Signed(string method, string target, byte[] body)
    {
        var credentials = _engine.Engine.Credentials;
        var timestamp = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var unsigned = new AuthorizationHeader(credentials.AccessKeyId, timestamp[..8], _engine.Engine.Region, "batch", ["host", "x-amz-date"], "");
        var request = new EngineRequest(method, target, [new("Host", "local.batchtools"), new("X-Amz-Date", timestamp)], body);
        var signature = SigningKey.Sign(credentials.SecretAccessKey, unsigned, timestamp, CanonicalRequest.Build(request, unsigned.SignedHeaders, sortsEncoded: true));
        var message = new HttpRequestMessage(new HttpMethod(method), "http://local.batchtools" + target) { Content = new ByteArrayContent(body) };
        message.Headers.TryAddWithoutValidation("X-Amz-Date", timestamp);
        message.Headers.TryAddWithoutValidation(
            "Authorization", $"{AuthorizationHeader.Algorithm} Credential={credentials.AccessKeyId}/{unsigned.Scope}, SignedHeaders=host;x-amz-date, Signature={signature}");
        return message;
    }
}
