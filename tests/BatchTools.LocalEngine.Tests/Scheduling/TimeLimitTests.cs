using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

/// <summary>Why the first job of a queue is blocked, and actions that end it for that.</summary>
public sealed class TimeLimitTests : IDisposable
{
    private const string TooManyVcpus = "MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_that_can_never_run_is_cancelled_when_its_time_is_up()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        await LimitAsync(engine, TooManyVcpus, 600);
        var timers = engine.Time.Waiting;
        var blocked = await engine.SubmitAsync(request => request.ContainerOverrides = new() { Vcpus = 3 });
        var next = await engine.SubmitAsync();

        engine.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(JobStatus.RUNNABLE, await engine.StatusAsync(blocked));
        engine.Time.Advance(TimeSpan.FromSeconds(1));

        await engine.AssertAsync(blocked, JobStatus.FAILED, $"Canceled by JobStateTimeLimit action due to reason: {TooManyVcpus}");
        await engine.AssertAsync(next, JobStatus.STARTING, null);
        Assert.Equal(timers, engine.Time.Waiting);
    }

    [Fact]
    public async Task A_job_that_is_blocked_for_another_reason_waits_on()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        await LimitAsync(engine, "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT", 600);
        var blocked = await engine.SubmitAsync(request => request.ContainerOverrides = new() { Vcpus = 3 });

        engine.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(JobStatus.RUNNABLE, await engine.StatusAsync(blocked));
    }

    [Fact]
    public async Task A_job_that_finds_room_in_time_is_left_alone()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        await LimitAsync(engine, TooManyVcpus, 600);
        var blocked = await engine.SubmitAsync(request => request.ContainerOverrides = new() { Vcpus = 3 });

        await engine.Batch.UpdateComputeEnvironmentAsync(new() { ComputeEnvironment = "local", ComputeResources = new() { MaxvCpus = 4 } }, Cancellation);
        engine.Time.Advance(TimeSpan.FromHours(1));

        await engine.AssertAsync(blocked, JobStatus.STARTING, null);
    }

    [Theory]
    [InlineData(599, TooManyVcpus, "between 600 and 86400")]
    [InlineData(86_401, TooManyVcpus, "between 600 and 86400")]
    [InlineData(600, "I do not like it", "Invalid job reason")]
    public async Task An_action_has_a_known_reason_and_a_time_in_its_range(int seconds, string reason, string message)
    {
        await using var engine = StillEngine.Open(_folder);

        await StillEngine.RefusedAsync(message, () => LimitAsync(engine, reason, seconds));
    }

    [Theory]
    [InlineData(ResourceType.MEMORY, "2000")]
    [InlineData(ResourceType.GPU, "2")]
    public async Task More_memory_or_gpus_than_there_are_is_told(string type, string value)
    {
        await using var engine = StillEngine.Open(_folder, change: options => options with { Memory = 1000, Gpus = 1 });

        var id = await SubmitAsync(engine, type, value);

        await engine.AssertAsync(
            id,
            JobStatus.RUNNABLE,
            "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT - The job resource requirement (vCPU/memory/GPU) is higher than that can be met by the CE(s) attached to the job queue.");
    }

    [Theory]
    [InlineData(ResourceType.MEMORY, "600")]
    [InlineData(ResourceType.GPU, "1")]
    public async Task Memory_and_gpus_are_given_once(string type, string value)
    {
        await using var engine = StillEngine.Open(_folder, processors: 8, change: options => options with { Memory = 1000, Gpus = 1 });
        var first = await SubmitAsync(engine, type, value);
        var second = await SubmitAsync(engine, type, value);

        await engine.AssertAsync(second, JobStatus.RUNNABLE, null);
        engine.Attempt(first).Exit(0);

        await engine.AssertAsync(second, JobStatus.STARTING, null);
    }

    [Fact]
    public async Task A_machine_that_others_have_filled_has_no_capacity()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8, change: options => options with { Memory = 1000 });
        await engine.Batch.CreateComputeEnvironmentAsync(
            new()
            {
                ComputeEnvironmentName = "other", Type = CEType.MANAGED,
                ComputeResources = new() { Type = CRType.EC2, MaxvCpus = 8, Subnets = ["s"], InstanceRole = "r", InstanceTypes = ["m5.large"] },
            },
            Cancellation);
        await engine.CreateQueueAsync("other", 1, "other");
        var first = await SubmitAsync(engine, ResourceType.MEMORY, "600");
        var second = await SubmitAsync(engine, ResourceType.MEMORY, "600", "other");

        await engine.AssertAsync(
            second, JobStatus.RUNNABLE, "CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY - Service cannot fulfill the capacity requested for instance type [m5.large]");
        engine.Attempt(first).Exit(0);

        await engine.AssertAsync(second, JobStatus.STARTING, null);
    }

    [Fact]
    public async Task An_environment_takes_what_its_instance_types_and_tags_allow()
    {
        await using var engine = StillEngine.Open(_folder, processors: 64, change: options => options with { Memory = 100_000 });
        await CreateAsync("small", ["c5.large"], []);
        await CreateAsync("little", ["optimal"], new() { ["batchtools:memory"] = "100" });
        await engine.CreateQueueAsync("q", 1, "small", "little");

        // 4 vCPUs do not fit on a c5.large, but do on whatever AWS chooses; 200 MiB do not fit beside the tag.
        var large = await engine.SubmitAsync(request => (request.JobQueue, request.ContainerOverrides) = ("q", new() { Vcpus = 4 }));
        var roomy = await SubmitAsync(engine, ResourceType.MEMORY, "200", "q");

        Assert.EndsWith("little_Batch_", Cluster(large), StringComparison.Ordinal);
        Assert.EndsWith("small_Batch_", Cluster(roomy), StringComparison.Ordinal);
        await StillEngine.RefusedAsync("batchtools:gpus", () => CreateAsync("bad", ["optimal"], new() { ["batchtools:gpus"] = "many" }));

        Task CreateAsync(string name, List<string> types, Dictionary<string, string> tags) => engine.Batch.CreateComputeEnvironmentAsync(
            new()
            {
                ComputeEnvironmentName = name, Type = CEType.MANAGED, Tags = tags,
                ComputeResources = new() { Type = CRType.EC2, MaxvCpus = 32, Subnets = ["s"], InstanceRole = "r", InstanceTypes = types },
            },
            Cancellation);

        string Cluster(string id)
        {
            engine.Attempt(id).Begin();
            var variables = engine.Attempt(id).What!.Environment;
            return $"{variables["AWS_BATCH_CE_NAME"]}_Batch_";
        }
    }

    private static Task LimitAsync(StillEngine engine, string reason, int seconds) => engine.Batch.UpdateJobQueueAsync(
        new()
        {
            JobQueue = "local",
            JobStateTimeLimitActions =
            [
                new() { Reason = reason, MaxTimeSeconds = seconds, State = JobStateTimeLimitActionsState.RUNNABLE, Action = JobStateTimeLimitActionsAction.CANCEL },
            ],
        },
        Cancellation);

    private static async Task<string> SubmitAsync(StillEngine engine, string type, string value, string queue = "local")
    {
        await engine.DefineAsync(request => request.ContainerProperties = new()
        {
            Image = "local",
            Command = ["work"],
            ResourceRequirements = type == ResourceType.MEMORY
                ? [new() { Type = ResourceType.VCPU, Value = "1" }, new() { Type = type, Value = value }]
                : [new() { Type = ResourceType.VCPU, Value = "1" }, new() { Type = ResourceType.MEMORY, Value = "4" }, new() { Type = type, Value = value }],
        });
        return await engine.SubmitAsync(request => request.JobQueue = queue);
    }
}
