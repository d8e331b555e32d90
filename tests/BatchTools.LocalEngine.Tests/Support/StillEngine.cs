using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Ownership;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An engine in which time and attempts stand still until the test moves them. Called directly, without HTTP.</summary>
internal sealed class StillEngine : IAsyncDisposable
{
    private readonly EngineParts _parts;
    private readonly TempFolder _folder;
    private readonly int _processors;
    private bool _closed;

    private StillEngine(EngineParts parts, FakeRunner runner, ManualTimeProvider time, TempFolder folder, int processors)
    {
        _parts = parts;
        _folder = folder;
        _processors = processors;
        Runner = runner;
        Time = time;
    }

    public FakeRunner Runner { get; }

    public ManualTimeProvider Time { get; }

    public BatchApi Batch => _parts.Batch;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static StillEngine Open(TempFolder folder, int processors = 2, ManualTimeProvider? time = null, Func<LocalEngineOptions, LocalEngineOptions>? change = null)
    {
        var runner = new FakeRunner();
        time ??= new ManualTimeProvider();
        var data = DataFolder.Locate(folder.File("data"));
        data.Create();
        var options = new LocalEngineOptions { WorkingDirectory = folder.Path, Processors = processors, TimeProvider = time };
        return new StillEngine(EngineParts.Assemble(change is null ? options : change(options), data, new EngineCredentials("key", "secret"), runner), runner, time, folder, processors);
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

    /// <summary>The description of a job; nothing where there is none.</summary>
    public async Task<List<JobDetail>> FindAsync(string id) =>
        (await Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [id] }, Cancellation)).Jobs!;

    /// <summary>How many jobs the queue has, in any state.</summary>
    public async Task<int> CountAsync()
    {
        var request = new ListJobsRequest { JobQueue = "local", Filters = [new KeyValuesPair { Name = "AFTER_CREATED_AT", Values = ["0"] }] };
        var count = 0;
        do
        {
            var page = await Batch.ListJobsAsync(request, Cancellation);
            count += page.JobSummaryList!.Count;
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return count;
    }

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
            ComputeResources = new ComputeResource { Type = CRType.EC2, MaxvCpus = vcpus, Subnets = ["subnet-1"], InstanceRole = "role" },
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

    /// <summary>Asserts that a call is refused for a client's fault, with a message that contains a text.</summary>
    public static async Task RefusedAsync(string message, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<ServiceError>(call);
        Assert.Equal((400, "ClientException"), (error.Status, error.Type));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// What a kill leaves: everything that was done is on disk, then something happens that does not get there, and the folder is
    /// opened as it is at that moment.
    /// </summary>
    /// <param name="folder">Where the copy goes that stands for the folder.</param>
    /// <param name="unwritten">What happens and is not written.</param>
    public async Task<StillEngine> CrashAsync(TempFolder folder, Action unwritten)
    {
        await _parts.WhenDurableAsync();
        var data = Path.GetDirectoryName(_folder.File("data/."))!;
        await using (var hold = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "state.db")};Pooling=False"))
        {
            await hold.OpenAsync(Cancellation);
            await using var command = hold.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync(Cancellation);
            unwritten();
            Directory.CreateDirectory(folder.File("data"));
            foreach (var file in Directory.EnumerateFiles(data).Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal)))
                Copy(file, folder.File("data/" + Path.GetFileName(file)));
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await DisposeAsync();
        return Open(folder, _processors, Time);
    }

    // A journal that is on disk otherwise may be removed meanwhile.
    private static void Copy(string file, string copy)
    {
        try
        {
            File.Copy(file, copy);
        }
        catch (FileNotFoundException)
        {
            Assert.StartsWith("attempts-", Path.GetFileName(file), StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => _closed ? ValueTask.CompletedTask : new ValueTask(CloseAsync());

    /// <summary>Closes the engine, so that what is on disk can be looked at; attempts that are starting or running lose their host.</summary>
    public async Task CloseAsync()
    {
        _closed = true;
        var closing = _parts.CloseAsync();
        foreach (var attempt in Runner.Started.Where(attempt => !attempt.IsOver).ToList())
            attempt.Kill();
        await closing;
    }
}
