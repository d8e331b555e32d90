using Amazon;
using Amazon.Batch;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;

namespace BatchTools;

/// <summary>The clients of one connection.</summary>
internal sealed record ServiceClients(IAmazonBatch Batch, IAmazonBatch Submission, IAmazonCloudWatchLogs Logs) : IDisposable
{
    private const int Retries = 2;

    /// <summary>Clients of AWS, at the Region's endpoints or the given ones.</summary>
    public static ServiceClients ForAws(AWSCredentials credentials, RegionEndpoint region, ConfiguredEndpoints endpoints) => new(
        new AmazonBatchClient(credentials, At(new AmazonBatchConfig(), region, endpoints.Batch)),
        new AmazonBatchClient(credentials, WithoutRetries(At(new AmazonBatchConfig(), region, endpoints.Batch))),
        new AmazonCloudWatchLogsClient(credentials, At(new AmazonCloudWatchLogsConfig(), region, endpoints.Logs)));

    /// <summary>Clients of a local engine.</summary>
    public static ServiceClients ForLocal(LocalConnectionSettings settings)
    {
        var credentials = new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey);
        var region = RegionEndpoint.GetBySystemName(settings.Region);
        var handler = settings.Handler is null ? null : new HandlerHttpClientFactory(settings.Handler);
        return new ServiceClients(
            new AmazonBatchClient(credentials, Through(handler, At(new AmazonBatchConfig(), region, settings.Endpoint))),
            new AmazonBatchClient(credentials, Through(handler, WithoutRetries(At(new AmazonBatchConfig(), region, settings.Endpoint)))),
            new AmazonCloudWatchLogsClient(credentials, Through(handler, At(new AmazonCloudWatchLogsConfig(), region, settings.Endpoint))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Batch.Dispose();
        Submission.Dispose();
        Logs.Dispose();
    }

    private static T At<T>(T config, RegionEndpoint region, Uri? endpoint)
        where T : ClientConfig
    {
        config.RegionEndpoint = region;
        if (endpoint is not null)
        {
            // Setting the address unsets the Region, which signing still needs.
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = region.SystemName;
        }

        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = Retries;
        return config;
    }

    private static T WithoutRetries<T>(T config)
        where T : ClientConfig
    {
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        return config;
    }

    private static T Through<T>(HandlerHttpClientFactory? handler, T config)
        where T : ClientConfig
    {
        config.HttpClientFactory = handler;
        return config;
    }
}
