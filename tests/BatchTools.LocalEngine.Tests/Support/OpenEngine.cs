using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An engine in a folder, and the real AWS clients on it.</summary>
internal sealed class OpenEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private OpenEngine(Engine engine)
    {
        Engine = engine;
        var credentials = new BasicAWSCredentials(engine.Credentials.AccessKeyId, engine.Credentials.SecretAccessKey);
        var factory = Factory(engine);
        Batch = new AmazonBatchClient(credentials, new AmazonBatchConfig
        {
            ServiceURL = "http://local.batchtools/", AuthenticationRegion = engine.Region, HttpClientFactory = factory, MaxErrorRetry = 0,
        });
        Logs = new AmazonCloudWatchLogsClient(credentials, new AmazonCloudWatchLogsConfig
        {
            ServiceURL = "http://local.batchtools/", AuthenticationRegion = engine.Region, HttpClientFactory = factory, MaxErrorRetry = 0,
        });
    }

    public Engine Engine { get; }

    public IAmazonBatch Batch { get; }

    public IAmazonCloudWatchLogs Logs { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<OpenEngine> StartAsync(TempFolder folder, int processors = 2, Func<LocalEngineOptions, LocalEngineOptions>? change = null) =>
        StartAsync(folder.Path, processors, change);

    public static async Task<OpenEngine> StartAsync(string folder, int processors = 2, Func<LocalEngineOptions, LocalEngineOptions>? change = null)
    {
        var options = new LocalEngineOptions { DataDirectory = Path.Combine(folder, "data"), WorkingDirectory = folder, Processors = processors, Owner = "test" };
        return new(await Engine.OpenAsync(change is null ? options : change(options), Cancellation));
    }

    public static HttpClientFactory Factory(Engine engine) => new HandlerFactory(engine.CreateHandler());

    /// <summary>Registers a definition that runs a command.</summary>
    public Task<string> DefineAsync(string name, params string[] command) => DefineAsync(name, attempts: 1, command);

    /// <summary>Registers a definition that runs a command so often at most.</summary>
    public async Task<string> DefineAsync(string name, int attempts, params string[] command)
    {
        var response = await Batch.RegisterJobDefinitionAsync(
            new RegisterJobDefinitionRequest
            {
                JobDefinitionName = name,
                Type = JobDefinitionType.Container,
                ContainerProperties = Container(command),
                RetryStrategy = new RetryStrategy { Attempts = attempts },
            },
            Cancellation);
        return response.JobDefinitionArn!;
    }

    public static ContainerProperties Container(params string[] command) => new()
    {
        Image = "local",
        Command = [.. command],
        ResourceRequirements =
        [
            new ResourceRequirement { Type = ResourceType.VCPU, Value = "1" },
            new ResourceRequirement { Type = ResourceType.MEMORY, Value = "64" },
        ],
    };

    /// <summary>Submits a job to the queue <c>local</c>.</summary>
    public async Task<string> SubmitAsync(string definition, Action<SubmitJobRequest>? change = null)
    {
        var request = new SubmitJobRequest { JobName = "job", JobQueue = "local", JobDefinition = definition };
        change?.Invoke(request);
        return (await Batch.SubmitJobAsync(request, Cancellation)).JobId!;
    }

    public async Task<JobDetail> DescribeAsync(string id) =>
        Assert.Single((await Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [id] }, Cancellation)).Jobs!);

    /// <summary>Waits until a job is in one of the states.</summary>
    public async Task<JobDetail> AwaitAsync(string id, params JobStatus[] states)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var job = await DescribeAsync(id);
            if (states.Contains(job.Status!))
                return job;
            Assert.True(clock.Elapsed < Patience, $"Job {id} is {job.Status} ({job.StatusReason}), not {string.Join(" or ", states.Select(state => state.Value))}.");
            await Task.Delay(5, Cancellation);
        }
    }

    public Task<JobDetail> AwaitEndAsync(string id) => AwaitAsync(id, JobStatus.SUCCEEDED, JobStatus.FAILED);

    public async Task<JobDetail> RunAsync(params string[] command)
    {
        var definition = await DefineAsync("run", command);
        return await AwaitEndAsync(await SubmitAsync(definition));
    }

    /// <summary>The lines of a job's newest attempt.</summary>
    public async Task<List<string>> ReadLogAsync(JobDetail job)
    {
        var response = await Logs.GetLogEventsAsync(
            new GetLogEventsRequest { LogGroupName = "/aws/batch/job", LogStreamName = job.Container!.LogStreamName, StartFromHead = true }, Cancellation);
        return (response.Events ?? []).ConvertAll(entry => entry.Message!);
    }

    public ValueTask DisposeAsync()
    {
        Batch.Dispose();
        Logs.Dispose();
        return Engine.DisposeAsync();
    }

    private sealed class HandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
