using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Api.CloudWatch;
using BatchTools.LocalEngine.Api.CloudWatchLogs;
using BatchTools.LocalEngine.Api.EC2;
using BatchTools.LocalEngine.Api.ECS;
using BatchTools.LocalEngine.Api.Pricing;
using BatchTools.LocalEngine.Api.SecurityToken;
using BatchTools.LocalEngine.Api.Signing;
using BatchTools.LocalEngine.Catalog;
using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Logs.Queries;
using BatchTools.LocalEngine.Metrics;
using BatchTools.LocalEngine.Ownership;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Running.Simulated;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Storage;
using Task = System.Threading.Tasks.Task;

namespace BatchTools.LocalEngine;

/// <summary>The parts of an open engine, put together.</summary>
internal sealed class EngineParts
{
    // What a simulation may be ahead of the disk: bounds memory, and how long an answer waits.
    private const int MostUnwritten = 5_000;

    private readonly Scheduler _scheduler;
    private readonly StateStore _store;
    private readonly LogStore _logs;
    private readonly LogQueries _queries;
    private readonly IJobRunner _runner;
    private readonly JobRetention _retention;
    private readonly LogRetention? _logRetention;
    private readonly AttemptJournal? _journal;
    private readonly Lazy<MetricStore> _metrics;

    private EngineParts(
        EngineRouter router,
        BatchApi batch,
        Scheduler scheduler,
        JobRetention retention,
        LogRetention? logRetention,
        StateStore store,
        LogStore logs,
        LogQueries queries,
        IJobRunner runner,
        AttemptJournal? journal,
        Lazy<MetricStore> metrics)
    {
        Router = router;
        Batch = batch;
        _scheduler = scheduler;
        _retention = retention;
        _logRetention = logRetention;
        _store = store;
        _logs = logs;
        _queries = queries;
        _runner = runner;
        _journal = journal;
        _metrics = metrics;
    }

    public EngineRouter Router { get; }

    /// <summary>Completes when everything so far is on disk.</summary>
    public Task WhenDurableAsync() => Task.WhenAll(_store.WhenDurableAsync(), _logs.WhenDurableAsync());

    public BatchApi Batch { get; }

    /// <summary>Opens the databases of a folder, takes up what is in them and begins to place jobs.</summary>
    public static EngineParts Assemble(LocalEngineOptions options, DataFolder folder, EngineCredentials credentials, IJobRunner runner)
    {
        var logs = LogStore.Open(folder.LogDatabase, options.TimeProvider, options.LogLimit);
        StateStore? store = null;
        try
        {
            var connection = Database.Open(folder.StateDatabase, "FULL", StateSchema.Upgrades);
            store = new StateStore(connection, logs.WaitUntilDurable);
            // The store's writer does not touch the connection before the first change is queued, so it can be read here until then.
            return Assemble(options, folder, credentials, runner, new StateLoader(connection), store, logs);
        }
        catch
        {
            store?.Dispose();
            logs.Dispose();
            throw;
        }
    }

    /// <summary>Ends what runs, writes everything and closes the databases.</summary>
    public async Task CloseAsync()
    {
        await _scheduler.CloseAsync();
        await _queries.CloseAsync();
        _retention.Dispose();
        _logRetention?.Dispose();
        _store.Dispose();
        _logs.Dispose();
        _runner.Dispose();
        _journal?.Dispose();
        if (_metrics.IsValueCreated)
            _metrics.Value.Dispose();
    }

    private static EngineParts Assemble(
        LocalEngineOptions options, DataFolder folder, EngineCredentials credentials, IJobRunner runner, StateLoader loader, StateStore store, LogStore logs)
    {
        var names = new AwsNames(LocalEngine.RegionName, LocalEngine.Account);
        var identity = loader.LoadIdentity();
        var state = new EngineState(store, names, identity, options.TimeProvider, Machine.Of(options)) { HoldsJobs = options.HoldsJobs };
        var workingDirectory = Path.GetFullPath(options.WorkingDirectory ?? Environment.CurrentDirectory);
        // Nothing is run that could outlive a simulating engine.
        var journal = options.Runner == RunnerKind.Simulated ? null : new AttemptJournal(folder.Path, store);
        var scheduler = new Scheduler(state, new AttemptPreparation(identity, logs, workingDirectory), runner, journal);

        var jobs = loader.Load(state, journal?.Left ?? []);
        RemoveLogsOfUnknown(journal?.Left ?? [], jobs, logs);
        if (options.TimeProvider is VirtualClock clock)
            Start(clock, jobs, store, logs);
        LeftOverAttempts.End(identity, jobs);
        FreshResources.Add(state);
        scheduler.TakeUp(jobs);
        journal?.TakenUp();
        var retention = new JobRetention(state, logs, options.Retention);
        retention.Begin();
        // In a time that jumps, events would be gone before anyone has read them.
        var logRetention = options.TimeProvider is VirtualClock ? null : new LogRetention(logs, options.TimeProvider);

        var batch = new LocalBatchApi(state, scheduler);
        // Most engines never see a metric: its database is opened for the first.
        var metrics = new Lazy<MetricStore>(() => MetricStore.Open(folder.MetricDatabase, options.TimeProvider));
        var queries = new LogQueries(logs, LocalEngine.Account);
        var router = new EngineRouter(
            new SignatureVerifier(credentials, LocalEngine.RegionName, options.ClientTime ?? options.TimeProvider),
            ServiceDoors.Of(
                batch,
                new LocalLogsApi(logs, queries, names),
                new LocalCloudWatchApi(metrics),
                new LocalEC2Api(
                    InstanceCatalog.Embedded,
                    new LocalInstance(InstanceCatalog.Embedded, identity.InstanceId, state.Machine.Processors, state.Machine.Memory, options.TimeProvider.GetUtcNow()),
                    LocalEngine.RegionName,
                    LocalEngine.Account),
                new LocalECSApi(state),
                new LocalPricingApi(InstanceCatalog.Embedded, FargateCatalog.Embedded, LocalEngine.RegionName),
                new LocalSecurityTokenApi(LocalEngine.Account)),
            new RequestFaults(options.Faults ?? new FaultPlan()),
            () => Task.WhenAll(store.WhenDurableAsync(), logs.WhenDurableAsync()));
        return new EngineParts(router, batch, scheduler, retention, logRetention, store, logs, queries, runner, journal, metrics);
    }

    // Attempts of jobs whose submission was not on disk yet, and so never answered.
    private static void RemoveLogsOfUnknown(IEnumerable<StartedAttempt> started, IReadOnlyList<Job> jobs, LogStore logs)
    {
        var known = jobs.Select(static job => job.Submission.Sequence).ToHashSet();
        foreach (var attempt in started.Where(attempt => !known.Contains(attempt.Job)))
            logs.RemoveTask(attempt.TaskId.ToString("N"));
    }

    // No job may start before the times that the folder knows already, and time goes on no faster than it can be written down.
    private static void Start(VirtualClock clock, IReadOnlyList<Job> jobs, StateStore store, LogStore logs)
    {
        var known = jobs.SelectMany(static job => job.Executables.Prepend(job))
            .Select(static job => Math.Max(job.Submission.CreatedAt, Math.Max(job.StartedAt, job.StoppedAt)))
            .DefaultIfEmpty()
            .Max();
        clock.BeforeJump = () =>
        {
            store.WaitForRoom(MostUnwritten);
            logs.WaitForRoom(MostUnwritten);
        };
        clock.StartFrom(DateTimeOffset.FromUnixTimeMilliseconds(known));
    }
}
