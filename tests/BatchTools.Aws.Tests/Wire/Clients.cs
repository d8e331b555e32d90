using Amazon;
using Amazon.Batch;
using Amazon.CloudWatchLogs;
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

    private sealed class HandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
