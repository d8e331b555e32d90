using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>Environments, queues and definitions on a real engine.</summary>
public sealed class ResourceTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_environment_and_a_queue_on_it_are_created_found_and_take_jobs()
    {
        var environments = new ComputeEnvironments(local.Connection, _reporter);
        var queues = new JobQueues(local.Connection, _reporter);
        var environment = await environments.CreateAsync(
            new CreateComputeEnvironmentRequest
            {
                ComputeEnvironmentName = "lab",
                Type = "MANAGED",
                ComputeResources = new() { Type = "EC2", MinvCpus = 0, MaxvCpus = 2, InstanceTypes = ["optimal"], Subnets = ["subnet-1"], InstanceRole = "ecsInstanceRole" },
                Tags = new() { ["team"] = "md" },
            },
            new LifeOptions { Wait = true },
            Cancel);
        Assert.Equal(("lab", ResourceStatus.VALID, ResourceState.ENABLED, 2), (environment.ToString(), environment.Status, environment.State, environment.MaxVcpus));
        Assert.Equal("md", environment.Tags["team"]);

        var queue = await queues.CreateAsync(Queue("lab-queue", "lab"), new LifeOptions { Wait = true }, Cancel);
        Assert.Equal(("lab-queue", 7, ResourceStatus.VALID), (queue.ToString(), queue.Priority, queue.Status));
        Assert.Equal(["lab"], queue.ComputeEnvironments);

        Assert.Equal(["lab", "local"], await environments.GetAsync([], Cancel).Select(one => one.ComputeEnvironmentName).Order().ToListAsync(Cancel));
        Assert.Equal(["lab-queue"], await queues.GetAsync(["LAB*"], Cancel).Select(one => one.JobQueueName).ToListAsync(Cancel));
        Assert.Equal(["lab-queue"], await queues.GetAsync([queue.JobQueueArn], Cancel).Select(one => one.JobQueueName).ToListAsync(Cancel));
        Assert.Empty(_reporter.Errors);
    }

    [Fact]
    public async Task Names_that_do_not_exist_are_errors_one_by_one()
    {
        Assert.Equal("local", Assert.Single(await new JobQueues(local.Connection, _reporter).GetAsync(["nope", "local"], Cancel).ToListAsync(Cancel)).JobQueueName);
        Assert.Empty(await new ComputeEnvironments(local.Connection, _reporter).GetAsync(["none"], Cancel).ToListAsync(Cancel));
        Assert.Empty(await new JobDefinitions(local.Connection, _reporter).GetAsync(new JobDefinitionFilter { Names = ["nil", "nil:3"] }, Cancel).ToListAsync(Cancel));
        Assert.Empty(await new JobQueues(local.Connection, _reporter).GetAsync(["nothing*"], Cancel).ToListAsync(Cancel));

        Assert.Equal(
            [nameof(Messages.JobQueueNotFound), nameof(Messages.ComputeEnvironmentNotFound), nameof(Messages.JobDefinitionNotFound), nameof(Messages.JobDefinitionNotFound)],
            _reporter.Errors.Select(error => error.ErrorId));
        Assert.Equal(["nope", "none", "nil", "nil:3"], _reporter.Errors.Select(error => error.Target));
    }

    [Fact]
    public async Task A_definition_gets_a_revision_each_time_and_the_latest_is_found()
    {
        await local.RegisterAsync("growing", "echo 1");
        var second = await local.RegisterAsync("growing", "echo Ref::what", new RegisterJobDefinitionRequest
        {
            Parameters = new() { ["what"] = "it" },
            ContainerProperties = new() { Environment = [new() { Name = "MODE", Value = "fast" }] },
            RetryStrategy = new() { Attempts = 2 },
            Timeout = new() { AttemptDurationSeconds = 300 },
            Tags = new() { ["team"] = "md" },
        });
        var definitions = new JobDefinitions(local.Connection, _reporter);

        Assert.Equal(("growing:2", 2, TimeSpan.FromMinutes(5), "it", "fast", "md"), (
            second.ToString(), second.Attempts, second.Timeout, second.Parameters["what"], second.Environment["MODE"], second.Tags["team"]));
        Assert.Equal(["growing:2"], await FindAsync(new JobDefinitionFilter { Names = ["growing"] }));
        Assert.Equal(["growing:1"], await FindAsync(new JobDefinitionFilter { Names = ["growing:1"] }));
        Assert.Equal(["growing:1", "growing:2"], await FindAsync(new JobDefinitionFilter { Names = ["grow*"], AllRevisions = true }));
        Assert.Equal(["growing:2"], await FindAsync(new JobDefinitionFilter { Names = [second.JobDefinitionArn] }));
        Assert.Empty(_reporter.Errors);

        async Task<IEnumerable<string>> FindAsync(JobDefinitionFilter filter) =>
            (await definitions.GetAsync(filter, Cancel).ToListAsync(Cancel)).Select(one => one.ToString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_exists_already_or_is_named_wrongly_is_refused_in_one_line()
    {
        var queues = new JobQueues(local.Connection, _reporter);

        var exists = await Assert.ThrowsAsync<BatchException>(() =>
            queues.CreateAsync(Queue("local", "local"), new LifeOptions(), Cancel));
        Assert.Equal((nameof(Messages.ResourceExists), ErrorKind.AlreadyExists), (exists.ErrorId, exists.Kind));
        Assert.StartsWith("'local' exists already", exists.Message, StringComparison.Ordinal);

        var named = await Assert.ThrowsAsync<BatchException>(() => queues.CreateAsync(Queue("no spaces", "local"), new LifeOptions(), Cancel));
        Assert.Equal(nameof(Messages.NameInvalid), named.ErrorId);

        var lost = await Assert.ThrowsAsync<BatchException>(() =>
            queues.CreateAsync(Queue("orphan", "nowhere"), new LifeOptions(), Cancel));
        Assert.Contains("nowhere", lost.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', lost.Message);
    }

    private static CreateJobQueueRequest Queue(string name, string environment) => new()
    {
        JobQueueName = name,
        Priority = 7,
        ComputeEnvironmentOrder = [new() { ComputeEnvironment = environment, Order = 1 }],
    };
}
