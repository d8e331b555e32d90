using Amazon.Batch.Model;
using BatchTools.LocalEngine;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.Tests;

/// <summary>A connection to a local engine of its own, in a folder that goes with it.</summary>
public sealed class LocalBatch : IAsyncLifetime
{
    private const int Processors = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("batchtools-core-").FullName;
    private BatchConnection? _connection;

    internal BatchConnection Connection => _connection!;

    public async ValueTask InitializeAsync()
    {
        var engine = await Engine.OpenAsync(
            new LocalEngineOptions { DataDirectory = _folder, WorkingDirectory = _folder, Processors = Processors },
            TestContext.Current.CancellationToken);
        _connection = BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Handler = engine.CreateHandler(),
            Endpoint = new Uri("http://local.batchtools/"),
            AccessKeyId = engine.Credentials.AccessKeyId,
            SecretAccessKey = engine.Credentials.SecretAccessKey,
            DataDirectory = engine.DataDirectory,
            Owned = engine,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Registers a definition whose command runs in a shell.</summary>
    internal Task<JobDefinition> RegisterAsync(string name, string script, RegisterJobDefinitionRequest? more = null)
    {
        var request = more ?? new RegisterJobDefinitionRequest();
        request.JobDefinitionName = name;
        request.Type = "container";
        request.ContainerProperties ??= new ContainerProperties();
        request.ContainerProperties.Image = "local";
        request.ContainerProperties.Command = ["sh", "-c", script];
        request.ContainerProperties.ResourceRequirements =
            [new ResourceRequirement { Type = "VCPU", Value = "1" }, new ResourceRequirement { Type = "MEMORY", Value = "64" }];
        return new JobDefinitions(Connection, new RecordingReporter()).RegisterAsync(request, always: false, TestContext.Current.CancellationToken);
    }

    /// <summary>Submits jobs to the queue of a fresh engine.</summary>
    internal async Task<IReadOnlyList<Job>> SubmitAsync(RecordingReporter reporter, SubmitOptions options, params IEnumerable<JobRequest> requests) =>
        await new JobSubmission(Connection, reporter)
            .SubmitAsync(requests.Select(request => request with { JobQueue = "local" }).ToArray(), options, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits for jobs; a minute at most.</summary>
    internal async Task<IReadOnlyList<Job>> WaitAsync(RecordingReporter reporter, params IEnumerable<Job> jobs) =>
        await new JobWaiter(Connection, reporter)
            .WaitAsync(jobs.Select(JobReference.To).ToAsyncEnumerable(), new WaitOptions { Timeout = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
}
