using System.Net;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.Runtime;
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

        var found = LocalEngineLocator.FindServing(_folder.File("data"))!;
        using var client = new AmazonBatchClient(
            new BasicAWSCredentials(found.Credentials.AccessKeyId, found.Credentials.SecretAccessKey),
            new AmazonBatchConfig { ServiceURL = found.Address.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
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
        Assert.True(await StatusAsync(client, static request => request.Headers.Host = "evil.example") is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(client, static request => request.Content = new ByteArrayContent(new byte[5 * 1024 * 1024])));
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

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/describejobqueues") { Content = new StringContent("{}") };
        change(request);
        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
