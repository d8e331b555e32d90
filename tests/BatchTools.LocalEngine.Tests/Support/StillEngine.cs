using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Ownership;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An engine in which time and attempts stand still until the test moves them. Called directly, without HTTP.</summary>
internal sealed class StillEngine : IAsyncDisposable
{
    private readonly EngineParts _parts;

    private StillEngine(EngineParts parts, FakeRunner runner, ManualTimeProvider time)
    {
        _parts = parts;
        Runner = runner;
        Time = time;
    }

    public FakeRunner Runner { get; }

    public ManualTimeProvider Time { get; }

    public BatchApi Batch => _parts.Batch;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static StillEngine Open(TempFolder folder, int processors = 2, ManualTimeProvider? time = null)
    {
        var runner = new FakeRunner();
        time ??= new ManualTimeProvider();
        var data = DataFolder.Locate(folder.File("data"));
        data.Create();
        var options = new LocalEngineOptions { WorkingDirectory = folder.Path, Processors = processors, TimeProvider = time };
        return new StillEngine(EngineParts.Assemble(options, data, new EngineCredentials("key", "secret"), runner), runner, time);
    }

    public async Task<string> DefineAsync(Action<RegisterJobDefinitionRequest>? change = null, string name = "work")
    {
        var request = new RegisterJobDefinitionRequest
        {
            JobDefinitionName = name,
            Type = JobDefinitionType.Container,
            ContainerProperties = new ContainerProperties { Image = "local", Command = ["work"], Vcpus = 1, Memory = 64 },
        };
        change?.Invoke(request);
        return (await Batch.RegisterJobDefinitionAsync(request, Cancellation)).JobDefinitionArn!;
    }

    public async Task<string> SubmitAsync(Action<SubmitJobRequest>? change = null)
    {
        if ((await Batch.DescribeJobDefinitionsAsync(new DescribeJobDefinitionsRequest { JobDefinitionName = "work" }, Cancellation)).JobDefinitions is [])
            await DefineAsync();
        var request = new SubmitJobRequest { JobName = "job", JobQueue = "local", JobDefinition = "work" };
        change?.Invoke(request);
        return (await Batch.SubmitJobAsync(request, Cancellation)).JobId!;
    }

    public Task<string> SubmitArrayAsync(int size, Action<SubmitJobRequest>? change = null) => SubmitAsync(request =>
    {
        request.ArrayProperties = new ArrayProperties { Size = size };
        change?.Invoke(request);
    });

    public async Task<JobDetail> DescribeAsync(string id) =>
        Assert.Single((await Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [id] }, Cancellation)).Jobs!);

    public async Task<string> StatusAsync(string id) => (await DescribeAsync(id)).Status!;

    public async Task AssertAsync(string id, string status, string? reason)
    {
        var job = await DescribeAsync(id);
        Assert.Equal((status, reason), (job.Status, job.StatusReason));
    }

    /// <summary>The job's newest attempt.</summary>
    public FakeAttempt Attempt(string id) => Runner.Started.Last(attempt => attempt.JobId == id);

    public IEnumerable<string> StartedJobs => Runner.Started.Select(attempt => attempt.JobId);

    public Task CancelAsync(string id, string reason = "cancelled by test") =>
        Batch.CancelJobAsync(new CancelJobRequest { JobId = id, Reason = reason }, Cancellation);

    public Task TerminateAsync(string id, string reason = "terminated by test") =>
        Batch.TerminateJobAsync(new TerminateJobRequest { JobId = id, Reason = reason }, Cancellation);

    public async Task CreateEnvironmentAsync(string name, int vcpus) => await Batch.CreateComputeEnvironmentAsync(
        new CreateComputeEnvironmentRequest
        {
            ComputeEnvironmentName = name,
            Type = CEType.MANAGED,
            ComputeResources = new ComputeResource { Type = CRType.EC2, MaxvCpus = vcpus, Subnets = [] },
        },
        Cancellation);

    public async Task CreateQueueAsync(string name, int priority, params string[] environments) => await Batch.CreateJobQueueAsync(
        new CreateJobQueueRequest
        {
            JobQueueName = name,
            Priority = priority,
            ComputeEnvironmentOrder = [.. environments.Select((environment, index) => new ComputeEnvironmentOrder { Order = index + 1, ComputeEnvironment = environment })],
        },
        Cancellation);

    public ValueTask DisposeAsync()
    {
        foreach (var attempt in Runner.Started.Where(attempt => !attempt.IsOver).ToList())
            attempt.Kill();
        return new ValueTask(_parts.CloseAsync());
    }
}
