using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using BatchTools.LocalEngine;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.Benchmarks;

/// <summary>An engine with durable state in a folder of its own, and the AWS clients on it.</summary>
internal sealed class MeasuredEngine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly IAsyncDisposable _engine;
    private readonly EngineCredentials _key;
    private readonly Uri _address;

    private MeasuredEngine(DirectoryInfo folder, IAsyncDisposable engine, EngineCredentials key, Uri address, HttpClientFactory? factory)
    {
        (_folder, _engine, _key, _address) = (folder, engine, key, address);
        var credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey);
        Batch = new AmazonBatchClient(credentials, Configure(new AmazonBatchConfig(), factory));
        Logs = new AmazonCloudWatchLogsClient(credentials, Configure(new AmazonCloudWatchLogsConfig(), factory));
    }

    public IAmazonBatch Batch { get; }

    public IAmazonCloudWatchLogs Logs { get; }

    /// <summary>An engine in this process; no socket is between it and the clients.</summary>
    public static async Task<MeasuredEngine> OpenAsync()
    {
        var folder = MakeFolder();
        var engine = await Engine.OpenAsync(new LocalEngineOptions { DataDirectory = folder.FullName, WorkingDirectory = "/", Owner = "benchmark" });
        return new(folder, engine, engine.Credentials, new Uri("http://local.batchtools/"), new HandlerFactory(engine.CreateHandler()));
    }

    /// <summary>An engine that <c>batchtools serve</c> has opened in a process of its own, reached over loopback.</summary>
    public static async Task<MeasuredEngine> ServeAsync()
    {
        var folder = MakeFolder();
        var server = await ServerProcess.StartAsync(folder.FullName);
        return new(folder, server, server.Address.Credentials, server.Address.Address, factory: null);
    }

    /// <summary>The processor time that the server took so far.</summary>
    public TimeSpan ServerTime => ((ServerProcess)_engine).ProcessorTime;

    /// <summary>A connection of the product to a served engine.</summary>
    public BatchConnection Connect() => BatchConnection.ToLocal(new LocalConnectionSettings
    {
        Endpoint = _address,
        AccessKeyId = _key.AccessKeyId,
        SecretAccessKey = _key.SecretAccessKey,
        DataDirectory = _folder.FullName,
    });

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

    /// <summary>Takes all vCPUs, so that what is submitted after it waits.</summary>
    /// <returns>The id of the job that holds them.</returns>
    public async Task<string> HoldAsync()
    {
        await DefineAsync("holder", Environment.ProcessorCount, "sleep", "100000");
        await DefineAsync("waiting", 1, "true");
        return await SubmitAsync("holder");
    }

    /// <summary>Submits jobs that wait.</summary>
    /// <param name="jobs">How many.</param>
    /// <param name="submitters">How many calls are under way at once.</param>
    /// <returns>Their ids, and the time that it took.</returns>
    public async Task<(string[] Ids, TimeSpan Time)> SubmitManyAsync(int jobs, int submitters)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var ids = new string[jobs];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, submitters).Select(async _ =>
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < jobs)
                ids[index] = await SubmitAsync("waiting");
        }));
        return (ids, clock.Elapsed);
    }

    /// <summary>Waits until a job has succeeded.</summary>
    public async Task<JobDetail> AwaitSuccessAsync(string id)
    {
        while (true)
        {
            var job = (await Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [id] })).Jobs![0];
            if (job.Status == Amazon.Batch.JobStatus.SUCCEEDED)
                return job;
            if (job.Status == Amazon.Batch.JobStatus.FAILED)
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

    private static DirectoryInfo MakeFolder() => Directory.CreateTempSubdirectory("batchtools-benchmark-");

    private T Configure<T>(T configuration, HttpClientFactory? factory)
        where T : ClientConfig
    {
        configuration.ServiceURL = _address.ToString();
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
