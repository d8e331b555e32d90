using Amazon;
using Amazon.Batch;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.Pricing;
using Amazon.Runtime;

namespace BatchTools;

/// <summary>The clients of one connection. Those that few commands need are made when one asks for them.</summary>
internal sealed record ServiceClients(IAmazonBatch Batch, IAmazonBatch Submission, IAmazonCloudWatchLogs Logs) : IDisposable
{
    private const int Retries = 2;

    /// <summary>Amazon EC2: networks and instance types.</summary>
    public required Lazy<IAmazonEC2> EC2 { get; init; }

    /// <summary>AWS's price list.</summary>
    public required Lazy<IAmazonPricing> Pricing { get; init; }

    /// <summary>Amazon CloudWatch: metrics.</summary>
    public required Lazy<IAmazonCloudWatch> CloudWatch { get; init; }

    /// <summary>Clients of AWS, at the Region's endpoints or the given ones.</summary>
    public static ServiceClients ForAws(AWSCredentials credentials, RegionEndpoint region, ConfiguredEndpoints endpoints) => new(
        new AmazonBatchClient(credentials, At(new AmazonBatchConfig(), region, endpoints.Batch)),
        new AmazonBatchClient(credentials, WithoutRetries(At(new AmazonBatchConfig(), region, endpoints.Batch))),
        new AmazonCloudWatchLogsClient(credentials, At(new AmazonCloudWatchLogsConfig(), region, endpoints.Logs)))
    {
        EC2 = new(() => new AmazonEC2Client(credentials, At(new AmazonEC2Config(), region, endpoints.EC2))),
        Pricing = new(() => new AmazonPricingClient(credentials, At(new AmazonPricingConfig(), PriceRegion.Near(region), endpoints.Pricing))),
        CloudWatch = new(() => new AmazonCloudWatchClient(credentials, At(new AmazonCloudWatchConfig(), region, endpoints.CloudWatch))),
    };

    /// <summary>Clients of a local engine.</summary>
    public static ServiceClients ForLocal(LocalConnectionSettings settings)
    {
        var credentials = new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey);
        var region = RegionEndpoint.GetBySystemName(settings.Region);
        var handler = settings.Handler is null ? null : new HandlerHttpClientFactory(settings.Handler);
        return new(
            new AmazonBatchClient(credentials, Local(new AmazonBatchConfig())),
            new AmazonBatchClient(credentials, WithoutRetries(Local(new AmazonBatchConfig()))),
            new AmazonCloudWatchLogsClient(credentials, Local(new AmazonCloudWatchLogsConfig())))
        {
            EC2 = new(() => new AmazonEC2Client(credentials, Local(new AmazonEC2Config()))),
            Pricing = new(() => new AmazonPricingClient(credentials, Local(new AmazonPricingConfig()))),
            CloudWatch = new(() => new AmazonCloudWatchClient(credentials, Local(new AmazonCloudWatchConfig()))),
        };

        T Local<T>(T config)
            where T : ClientConfig
        {
            config = At(config, region, settings.Endpoint);
            config.HttpClientFactory = handler;
            return config;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Batch.Dispose();
        Submission.Dispose();
        Logs.Dispose();
        Dispose(EC2);
        Dispose(Pricing);
        Dispose(CloudWatch);
    }

    private static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
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
}
