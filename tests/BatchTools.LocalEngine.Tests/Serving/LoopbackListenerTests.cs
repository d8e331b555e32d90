using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.Runtime;
using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Serving;

/// <summary>An engine that a program has open takes requests of other processes.</summary>
public sealed class LoopbackListenerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_opener_finds_it_and_its_signed_requests_are_answered()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        Assert.Null(LocalEngineLocator.FindServing(_folder.File("data")));
        var address = engine.Engine.Listen();
        Assert.Equal(address, engine.Engine.Listen());

        Assert.Equal(address, LocalEngineLocator.FindServing(_folder.File("data"))!.Address);
        using var client = Client(engine);
        var queues = await client.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), Cancellation);
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = queues.JobQueues![0].JobQueueArn, Tags = new() { ["a b"] = "c/d" } }, Cancellation);

        Assert.Equal("c/d", (await client.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = queues.JobQueues[0].JobQueueArn }, Cancellation)).Tags!["a b"]);
    }

    [Fact]
    public async Task Web_pages_unsigned_requests_and_long_ones_are_refused()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        using var client = new HttpClient { BaseAddress = engine.Engine.Listen() };

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, static _ => { }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, static request => request.Headers.Add("Origin", "http://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, static request => request.Headers.Host = "evil.example"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(client, static request => request.Content = new ByteArrayContent(new byte[5 * 1024 * 1024])));
        Assert.Equal(HttpStatusCode.LengthRequired, await StatusAsync(client, static request => request.Headers.TransferEncodingChunked = true));
    }

    [Theory]
    [InlineData("GET /\r\n\r\n", "400")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nno header\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", "413")]
    [InlineData("POST / HTTP/1.1\r\n\r\n", "403")]
    public async Task What_is_no_request_is_answered_once_and_ends_the_connection(string request, string status)
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var answer = await ExchangeAsync(engine, request + "POST / HTTP/1.1\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Single(Answers(answer));
    }

    [Fact]
    public async Task Headers_without_an_end_are_refused()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        Assert.StartsWith("HTTP/1.1 431 ", await ExchangeAsync(engine, "POST / HTTP/1.1\r\nx: " + new string('x', 100_000)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_come_in_one_piece_are_answered_in_their_order()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var host = engine.Engine.Listen()!.Authority;

        var answer = await ExchangeAsync(engine, string.Concat(
            $"POST /v1/describejobs HTTP/1.1\r\nHost: {host}\r\nContent-Length: 2\r\n\r\n{{}}",
            $"POST /v1/describejobs HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{{}}"));

        Assert.Equal(2, Answers(answer).Length);
        Assert.EndsWith("}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_is_to_be_lost_is_a_connection_without_an_answer()
    {
        await using var engine = await OpenEngine.StartAsync(_folder, change: static options => options with { Faults = FaultPlan.Parse("lost-reply=1") });
        using var client = Client(engine);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => client.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), Cancellation));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(error).HttpRequestError);
    }

    [Fact]
    public async Task It_ends_with_the_engine()
    {
        Uri address;
        await using (var engine = await OpenEngine.StartAsync(_folder))
            address = engine.Engine.Listen()!;
        using var client = new HttpClient { BaseAddress = address };

        await Assert.ThrowsAsync<HttpRequestException>(() => StatusAsync(client, static _ => { }));
        Assert.Null(LocalEngineLocator.FindServing(_folder.File("data")));
    }

    private static string[] Answers(string text) => text.Split("HTTP/1.1 ")[1..];

    private static AmazonBatchClient Client(OpenEngine engine) => new(
        new BasicAWSCredentials(engine.Engine.Credentials.AccessKeyId, engine.Engine.Credentials.SecretAccessKey),
        new AmazonBatchConfig { ServiceURL = engine.Engine.Listen()!.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    // Everything that comes back until the connection is closed.
    private static async Task<string> ExchangeAsync(OpenEngine engine, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, engine.Engine.Listen()!.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), Cancellation);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/describejobqueues") { Content = new StringContent("{}") };
        change(request);
        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
