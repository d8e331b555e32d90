using System.Diagnostics;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running.Simulated;

public sealed class SimulationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Days_of_work_take_no_time_and_their_times_are_virtual_and_agree()
    {
        var clock = Stopwatch.StartNew();
        await using var engine = await OpenAsync(processors: 2);
        var first = await engine.SubmitAsync(await DefineAsync(engine, "24h"));
        var second = await engine.SubmitAsync(await DefineAsync(engine, "2d", exitCode: "3"));
        var third = await engine.SubmitAsync(await DefineAsync(engine, "12:00:00"));
        var last = await engine.SubmitAsync(await DefineAsync(engine, "1h"), request => request.DependsOn = [new JobDependency { JobId = third }]);

        var jobs = new[] { await engine.AwaitEndAsync(first), await engine.AwaitEndAsync(second), await engine.AwaitEndAsync(third), await engine.AwaitEndAsync(last) };

        // Submitted one after the other, at one virtual moment; the third waits for one of the two vCPUs.
        var start = jobs[0].CreatedAt;
        Assert.All(jobs, job => Assert.Equal(start, job.CreatedAt));
        Assert.Equal([0, 0, 24, 36], jobs.Select(job => (job.StartedAt - start) / 3_600_000));
        Assert.Equal([24, 48, 36, 37], jobs.Select(job => (job.StoppedAt - start) / 3_600_000));
        Assert.Equal((JobStatus.FAILED, 3), (jobs[1].Status, jobs[1].Container!.ExitCode));
        Assert.Equal(["Simulated; exit code 3"], await engine.ReadLogAsync(jobs[1]));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run_and_another_one_another()
    {
        var first = await RunArrayAsync("first", seed: 7);
        var second = await RunArrayAsync("second", seed: 7);
        var other = await RunArrayAsync("other", seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Average(static child => child.Seconds), 580, 620);
        Assert.InRange(first.Count(static child => child.ExitCode == 9), 10, 35);
    }

    [Fact]
    public async Task A_timeout_ends_a_simulated_attempt_when_its_time_is_over()
    {
        await using var engine = await OpenAsync();

        var job = await engine.AwaitEndAsync(await engine.SubmitAsync(
            await DefineAsync(engine, "10h"), static request => request.Timeout = new JobTimeout { AttemptDurationSeconds = 600 }));

        Assert.Equal((JobStatus.FAILED, "Job attempt duration exceeded timeout"), (job.Status, job.StatusReason));
        Assert.Equal(600_000, job.StoppedAt - job.StartedAt);
    }

    [Fact]
    public async Task A_host_is_lost_at_a_virtual_moment_too()
    {
        await using var engine = await OpenEngine.StartAsync(_folder, change: static options => options with { Runner = RunnerKind.Simulated, Faults = FaultPlan.Parse("spot=1:1h") });

        var job = await engine.AwaitEndAsync(await engine.SubmitAsync(await DefineAsync(engine, "100h")));

        Assert.StartsWith("Host EC2", job.StatusReason, StringComparison.Ordinal);
        Assert.InRange((job.StoppedAt - job.StartedAt)!.Value, 1, 3_600_000);
    }

    [Theory]
    [InlineData("BATCHTOOLS_SIMULATED_DURATION", "soon", "normal(600,60)")]
    [InlineData("BATCHTOOLS_SIMULATED_DURATION", "uniform(5,1)", "uniform(60,120)")]
    [InlineData("BATCHTOOLS_SIMULATED_EXIT_CODE", "256", "0 to 255")]
    [InlineData("BATCHTOOLS_SIMULATED_FAILURE_RATE", "1.1", "0 to 1")]
    public async Task A_value_that_is_none_is_told_as_a_start_fault(string variable, string value, string advice)
    {
        await using var engine = await OpenAsync();
        var definition = await DefineAsync(engine, "1m");

        var job = await engine.AwaitEndAsync(await engine.SubmitAsync(definition, request => request.ContainerOverrides = new ContainerOverrides
        {
            Environment = [new() { Name = variable, Value = value }],
        }));

        Assert.Equal("Task failed to start", job.StatusReason);
        Assert.Contains($"'{value}'", job.Container!.Reason, StringComparison.Ordinal);
        Assert.Contains(advice, job.Container.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_goes_on_where_the_last_simulation_stopped()
    {
        long? stopped;
        await using (var engine = await OpenAsync())
            stopped = (await engine.AwaitEndAsync(await engine.SubmitAsync(await DefineAsync(engine, "30d")))).StoppedAt;

        await using var next = await OpenAsync();
        var job = await next.AwaitEndAsync(await next.SubmitAsync(await DefineAsync(next, "1m")));

        Assert.Equal(stopped, job.CreatedAt);
    }

    [Fact]
    public async Task On_a_real_clock_a_simulated_environment_takes_its_time()
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var engine = await OpenEngine.StartAsync(_folder, change: options => options with { TimeProvider = time });
        await CreateQueueAsync(engine, "simulated");
        var id = await engine.SubmitAsync(await DefineAsync(engine, "10m"), static request => request.JobQueue = "tagged");

        time.Advance(TimeSpan.Zero);
        Assert.Equal(JobStatus.RUNNING, (await engine.DescribeAsync(id)).Status);
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(JobStatus.SUCCEEDED, (await engine.DescribeAsync(id)).Status);
    }

    [Fact]
    public async Task Processes_cannot_follow_a_virtual_clock()
    {
        await using var engine = await OpenAsync();
        await CreateQueueAsync(engine, "process");

        var job = await engine.AwaitEndAsync(await engine.SubmitAsync(await DefineAsync(engine, "10m"), static request => request.JobQueue = "tagged"));

        Assert.Equal("Task failed to start", job.StatusReason);
        Assert.Contains("its clock jumps", job.Container!.Reason, StringComparison.Ordinal);
    }

    private Task<OpenEngine> OpenAsync(int processors = 2) => OpenAsync(_folder.Path, processors);

    private static Task<OpenEngine> OpenAsync(string folder, int processors, int seed = 0) =>
        OpenEngine.StartAsync(folder, processors, options => options with { Runner = RunnerKind.Simulated, Seed = seed });

    private static async Task CreateQueueAsync(OpenEngine engine, string runner)
    {
        await engine.Batch.CreateComputeEnvironmentAsync(
            new CreateComputeEnvironmentRequest
            {
                ComputeEnvironmentName = "tagged",
                Type = CEType.MANAGED,
                ComputeResources = new ComputeResource { Type = CRType.EC2, MaxvCpus = 2, Subnets = ["subnet-1"], InstanceRole = "role" },
                Tags = new() { ["batchtools:runner"] = runner },
            },
            Cancellation);
        await engine.Batch.CreateJobQueueAsync(
            new CreateJobQueueRequest { JobQueueName = "tagged", Priority = 1, ComputeEnvironmentOrder = [new ComputeEnvironmentOrder { Order = 1, ComputeEnvironment = "tagged" }] }, Cancellation);
    }

    private static async Task<string> DefineAsync(OpenEngine engine, string duration, string exitCode = "0", string failureRate = "1")
    {
        var container = OpenEngine.Container("anything");
        container.Environment =
        [
            new() { Name = "BATCHTOOLS_SIMULATED_DURATION", Value = duration },
            new() { Name = "BATCHTOOLS_SIMULATED_EXIT_CODE", Value = exitCode },
        ];
        if (failureRate != "1")
            container.Environment.Add(new() { Name = "BATCHTOOLS_SIMULATED_FAILURE_RATE", Value = failureRate });
        var response = await engine.Batch.RegisterJobDefinitionAsync(
            new RegisterJobDefinitionRequest { JobDefinitionName = "simulated", Type = JobDefinitionType.Container, ContainerProperties = container }, Cancellation);
        return response.JobDefinitionArn!;
    }

    private async Task<List<(double Seconds, int? ExitCode)>> RunArrayAsync(string folder, int seed)
    {
        var path = Directory.CreateDirectory(_folder.File(folder)).FullName;
        await using var engine = await OpenAsync(path, processors: 10, seed);
        var id = await engine.SubmitAsync(
            await DefineAsync(engine, "normal(600,60)", exitCode: "9", failureRate: "0.2"), static request => request.ArrayProperties = new ArrayProperties { Size = 100 });
        await engine.AwaitEndAsync(id);
        var children = await engine.Batch.DescribeJobsAsync(new DescribeJobsRequest { Jobs = [.. Enumerable.Range(0, 100).Select(index => $"{id}:{index}")] }, Cancellation);
        return [.. children.Jobs!.OrderBy(static job => job.ArrayProperties!.Index).Select(static job => ((job.StoppedAt - job.StartedAt)!.Value / 1000.0, job.Container!.ExitCode))];
    }
}
