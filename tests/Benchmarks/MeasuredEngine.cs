using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using BatchTools.LocalEngine;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.Benchmarks;

/// <summary>An engine with durable state in a folder of its own, and the AWS clients on it in process.</summary>
internal sealed class MeasuredEngine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Engine _engine;

    private MeasuredEngine(DirectoryInfo folder, Engine engine)
    {
        _folder = folder;
        _engine = engine;
        var credentials = new BasicAWSCredentials(engine.Credentials.AccessKeyId, engine.Credentials.SecretAccessKey);
        var factory = new HandlerFactory(engine.CreateHandler());
        Batch = new AmazonBatchClient(credentials, Configure(new AmazonBatchConfig(), factory));
        Logs = new AmazonCloudWatchLogsClient(credentials, Configure(new AmazonCloudWatchLogsConfig(), factory));
    }

    public IAmazonBatch Batch { get; }

    public IAmazonCloudWatchLogs Logs { get; }

    public static async Task<MeasuredEngine> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("batchtools-benchmark-");
        return new(folder, await Engine.OpenAsync(new LocalEngineOptions { DataDirectory = folder.FullName, WorkingDirectory = "/", Owner = "benchmark" }));
    }

    /// <summary>Registers a definition that runs a command, with a number of vCPUs.</summary>
    public Task DefineAsync(string name, int vcpus, params string[] command) => Batch.RegisterJobDefinitionAsync(new RegisterJobDefinitionRequest
    {
        JobDefinitionName = name,
        Type = JobDefinitionType.Container,
        ContainerProperties = new ContainerProperties
        {
            Image = "none",
            Command = [.. command],
            ResourceRequirements =
            [
                new ResourceRequirement { Type = ResourceType.VCPU, Value = vcpus.ToString(CultureInfo.InvariantCulture) },
                new ResourceRequirement { Type = ResourceType.MEMORY, Value = "64" },
            ],
        },
    });

    /// <summary>Submits a job to the queue that is there.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SubmitAsync(string definition, int? arraySize = null)
    {
        var response = await Batch.SubmitJobAsync(new SubmitJobRequest
        {
            JobName = definition,
            JobQueue = "local",
            JobDefinition = definition,
            ArrayProperties = arraySize is { } size ? new ArrayProperties { Size = size } : null,
        });
        return response.JobId!;
    }

    /// <summary>Waits until a job has succeeded.</summary>
    public async Task<JobDetail> AwaitSuccessAsync(string id)
    {
        while (true)
        {
            var job = (await Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [id] })).Jobs![0];
            if (job.Status == JobStatus.SUCCEEDED)
                return job;
            if (job.Status == JobStatus.FAILED)
                throw new InvalidOperationException($"Job {id} failed: {job.StatusReason}");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Batch.Dispose();
        Logs.Dispose();
        await _engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static T Configure<T>(T configuration, HttpClientFactory factory)
        where T : ClientConfig
    {
        configuration.ServiceURL = "http://local.batchtools/";
        configuration.AuthenticationRegion = "us-east-1";
        configuration.HttpClientFactory = factory;
        configuration.MaxErrorRetry = 0;
        return configuration;
    }

    private sealed class HandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
