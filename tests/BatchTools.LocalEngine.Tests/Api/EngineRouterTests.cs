using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.Runtime;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>What comes back over HTTP before an operation is reached.</summary>
public sealed class EngineRouterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_unsigned_request_is_forbidden_in_awss_form()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        using var client = new HttpClient(engine.Engine.CreateHandler());

        using var response = await client.PostAsync(new Uri("http://local.batchtools/v1/describejobs"), new StringContent("{}"), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("MissingAuthenticationTokenException", Assert.Single(response.Headers.GetValues("x-amzn-ErrorType")));
        Assert.NotEmpty(response.Headers.GetValues("x-amzn-RequestId"));
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Missing Authentication Token", body.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_client_with_another_secret_is_told_so()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        using var client = Client(engine, new BasicAWSCredentials(engine.Engine.Credentials.AccessKeyId, "wrong"), "us-east-1");

        var error = await Assert.ThrowsAsync<AmazonBatchException>(() => client.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), Cancellation));

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), (error.StatusCode, error.ErrorCode));
    }

    [Fact]
    public async Task A_client_with_another_key_or_region_is_told_so()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        using var stranger = Client(engine, new BasicAWSCredentials("AKIAOTHER", "wrong"), "us-east-1");
        using var elsewhere = Client(
            engine, new BasicAWSCredentials(engine.Engine.Credentials.AccessKeyId, engine.Engine.Credentials.SecretAccessKey), "eu-west-1");

        var unknown = await Assert.ThrowsAsync<AmazonBatchException>(() => stranger.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), Cancellation));
        var region = await Assert.ThrowsAsync<AmazonBatchException>(() => elsewhere.DescribeJobQueuesAsync(new DescribeJobQueuesRequest(), Cancellation));

        Assert.Equal("UnrecognizedClientException", unknown.ErrorCode);
        Assert.Contains("'us-east-1', not 'eu-west-1'", region.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        using var client = new HttpClient(engine.Engine.CreateHandler());

        using var response = await client.PostAsync(
            new Uri("http://local.batchtools/"), new ByteArrayContent(new byte[BatchTools.LocalEngine.LocalEngine.MaximumBodyBytes + 1]), Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Arns_in_paths_and_keys_in_queries_come_through_signed()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        const string queue = "arn:aws:batch:us-east-1:000000000000:job-queue/local";
        var tags = new Dictionary<string, string> { ["a b"] = "1", ["c/d"] = "2", ["ü+&="] = "3" };

        await engine.Batch.TagResourceAsync(new TagResourceRequest { ResourceArn = queue, Tags = tags }, Cancellation);
        var all = await engine.Batch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = queue }, Cancellation);
        await engine.Batch.UntagResourceAsync(new UntagResourceRequest { ResourceArn = queue, TagKeys = ["a b", "ü+&="] }, Cancellation);
        var rest = await engine.Batch.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = queue }, Cancellation);

        Assert.Equal(tags, all.Tags);
        Assert.Equal(["c/d"], rest.Tags!.Keys);
    }

    [Fact]
    public async Task A_service_job_that_is_asked_for_is_not_there()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var error = await Assert.ThrowsAsync<ClientException>(() => engine.Batch.DescribeServiceJobAsync(new DescribeServiceJobRequest { JobId = "x" }, Cancellation));

        Assert.Equal("Service job x not found: the local engine has no service jobs.", error.Message);
    }

    [Theory]
    [InlineData("iam", "<ErrorResponse><Error><Code>UnknownOperationException</Code><Message>")]
    [InlineData("s3", "<Error><Code>UnknownOperationException</Code><Message>")]
    public async Task A_service_that_is_not_offered_says_so_in_the_form_of_its_clients(string service, string start)
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        foreach (var secret in (string?[])[null, "signed as its own services do"])
        {
            var answer = await engine.Engine.FormAsync(service, "Action=ListRoles&Version=2010-05-08", secret);

            Assert.Equal(400, answer.Status);
            Assert.Contains($"{start}The local engine does not offer the service '{service}'; it has batch, ", Encoding.UTF8.GetString(answer.Body.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_service_of_json_that_is_not_offered_says_so_in_json()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);

        var answer = await engine.Engine.JsonAsync("dynamodb", "DynamoDB_20120810.ListTables", "{}");

        using var body = JsonDocument.Parse(answer.Body);
        Assert.Equal((400, "UnknownOperationException"), (answer.Status, body.RootElement.GetProperty("__type").GetString()));
        Assert.StartsWith("The local engine does not offer the service 'dynamodb'; it has batch, ", body.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_engine_takes_nothing_more()
    {
        var engine = await OpenEngine.StartAsync(_folder);
        await engine.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.Engine.HandleAsync(
            new EngineRequest("GET", "/", [], Encoding.UTF8.GetBytes("")), Cancellation));
    }

    private static AmazonBatchClient Client(OpenEngine engine, AWSCredentials credentials, string region) => new(credentials, new AmazonBatchConfig
    {
        ServiceURL = "http://local.batchtools/",
        AuthenticationRegion = region,
        HttpClientFactory = OpenEngine.Factory(engine.Engine),
        MaxErrorRetry = 0,
    });
}
