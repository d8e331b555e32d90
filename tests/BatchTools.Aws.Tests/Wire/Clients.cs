using Amazon;
using Amazon.Batch;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.Pricing;
using Amazon.Runtime;

namespace BatchTools.Aws.Tests.Wire;

/// <summary>Clients whose requests go to a handler instead of the network.</summary>
internal static class Clients
{
    public static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "secret");

    public static AmazonBatchClient Batch(RecordingHandler handler, Action<AmazonBatchConfig>? configure = null)
    {
        var config = new AmazonBatchConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = new HandlerFactory(handler) };
        configure?.Invoke(config);
        return new(Credentials, config);
    }

    public static AmazonCloudWatchLogsClient Logs(RecordingHandler handler, Action<AmazonCloudWatchLogsConfig>? configure = null)
    {
        var config = new AmazonCloudWatchLogsConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = new HandlerFactory(handler) };
        configure?.Invoke(config);
        return new(Credentials, config);
    }

    public static AmazonEC2Client EC2(RecordingHandler handler) =>
        new(Credentials, new AmazonEC2Config { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = new HandlerFactory(handler), MaxErrorRetry = 0 });

    public static AmazonPricingClient Pricing(RecordingHandler handler) =>
        new(Credentials, new AmazonPricingConfig { RegionEndpoint = RegionEndpoint.USEast1, HttpClientFactory = new HandlerFactory(handler) });

    public static AmazonCloudWatchClient CloudWatch(RecordingHandler handler) =>
        new(Credentials, new AmazonCloudWatchConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = new HandlerFactory(handler) });

    private sealed class HandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
