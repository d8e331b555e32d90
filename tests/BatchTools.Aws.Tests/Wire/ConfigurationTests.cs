using Amazon;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;

namespace BatchTools.Aws.Tests.Wire;

/// <summary>The environment is the process's: these tests run while no other does.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class EnvironmentCollection;

[Collection<EnvironmentCollection>]
public sealed class ConfigurationTests : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_of_the_environment_is_used()
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1001");
        Set("AWS_REGION", "eu-north-1");
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler, config => config.RegionEndpoint = null);

        await batch.ListJobsAsync(new(), Cancellation);

        Assert.Equal("http://127.0.0.1:1001/v1/listjobs", handler.Sent[0].Url);
    }

    [Fact]
    public async Task An_endpoint_of_the_environment_for_one_service_goes_first()
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1001");
        Set("AWS_ENDPOINT_URL_BATCH", "http://127.0.0.1:1002");
        Set("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "http://127.0.0.1:1003/");
        var handler = new RecordingHandler(Answer.Ok("{}"));
        using var batch = Clients.Batch(handler, config => config.AuthenticationRegion = "eu-west-1");
        using var logs = Clients.Logs(handler);

        await batch.ListJobsAsync(new(), Cancellation);
        await logs.DescribeLogGroupsAsync(new(), Cancellation);

        Assert.Equal(["http://127.0.0.1:1002/v1/listjobs", "http://127.0.0.1:1003/"], handler.Sent.Select(sent => sent.Url));
        Assert.Contains("/eu-west-1/batch/", handler.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_without_arguments_takes_region_and_credentials_from_the_environment()
    {
        Set("AWS_REGION", "ap-south-1");
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "secret");

        using var batch = new AmazonBatchClient();
        using var logs = new AmazonCloudWatchLogsClient();

        Assert.Equal("ap-south-1", batch.Config.RegionEndpoint.SystemName);
        Assert.Equal(("Batch", "CloudWatch Logs"), (batch.Config.ServiceId, logs.Config.ServiceId));
    }

    [Fact]
    public async Task The_time_limit_of_the_configuration_ends_a_call()
    {
        using var never = new NeverAnswering();
        var config = new AmazonBatchConfig { ServiceURL = "http://127.0.0.1:1", Timeout = TimeSpan.FromMilliseconds(50), MaxErrorRetry = 0, HttpClientFactory = never };
        using var batch = new AmazonBatchClient(Clients.Credentials, config);

        await Assert.ThrowsAsync<TimeoutException>(() => batch.ListJobsAsync(new(), Cancellation));
    }

    [Fact]
    public async Task A_host_that_wants_collections_from_the_start_gets_them_and_sends_no_empty_ones()
    {
        AWSConfigs.InitializeCollections = true;
        try
        {
            var handler = new RecordingHandler(Answer.Ok("{}"));
            using var batch = Clients.Batch(handler, config => config.ServiceURL = "http://127.0.0.1:1");
            var request = new SubmitJobRequest { JobName = "n" };
            Assert.Empty(request.DependsOn!);
            request.Parameters!["a"] = "b";

            await batch.SubmitJobAsync(request, Cancellation);

            Assert.Equal("""{"jobName":"n","parameters":{"a":"b"}}""", handler.Sent[0].Body);
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
    }

    private void Set(string name, string value)
    {
        // The SDK keeps the region that it found in the environment first.
        FallbackRegionFactory.Reset();
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    private sealed class NeverAnswering : HttpClientFactory, IDisposable
    {
        private readonly SilentHandler _handler = new();

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public void Dispose() => _handler.Dispose();

        private sealed class SilentHandler : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
        }
    }
}
