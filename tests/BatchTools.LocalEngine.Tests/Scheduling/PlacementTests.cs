using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

public sealed class PlacementTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0.25", 8)]
    [InlineData("0.5", 4)]
    [InlineData("0.6", 3)]
    [InlineData("1", 2)]
    [InlineData("2", 1)]
    public async Task As_many_jobs_run_as_the_environment_has_vcpus(string vcpus, int fitting)
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);

        for (var count = 0; count < 10; count++)
            await engine.SubmitAsync(request => Need(request, vcpus));

        Assert.Equal(fitting, engine.Runner.Started.Count);
    }

    [Fact]
    public async Task The_first_job_of_a_queue_holds_up_those_behind_it()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var first = await engine.SubmitAsync();
        var large = await engine.SubmitAsync(request => Need(request, "2"));
        var small = await engine.SubmitAsync();
        Assert.Equal([first], engine.StartedJobs);

        engine.Attempt(first).Exit(0);
        Assert.Equal([first, large], engine.StartedJobs);
        engine.Attempt(large).Exit(0);

        Assert.Equal([first, large, small], engine.StartedJobs);
    }

    [Fact]
    public async Task A_queue_of_higher_priority_goes_first_and_a_blocked_one_lets_the_others_pass()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        await engine.CreateQueueAsync("urgent", 10, "local");
        var filler = await engine.SubmitAsync(request => Need(request, "2"));
        var low = await engine.SubmitAsync();
        var large = await engine.SubmitAsync(request => Need(Into(request, "urgent"), "2"));
        var urgent = await engine.SubmitAsync(request => Into(request, "urgent"));

        engine.Attempt(filler).Exit(0);
        Assert.Equal([filler, large], engine.StartedJobs);
        engine.Attempt(large).Exit(0);

        Assert.Equal([filler, large, urgent, low], engine.StartedJobs);
    }

    [Fact]
    public async Task Environments_are_tried_in_their_order_and_only_enabled_ones()
    {
        await using var engine = StillEngine.Open(_folder);
        foreach (var name in new[] { "one", "two", "three" })
            await engine.CreateEnvironmentAsync(name, 1);
        await engine.CreateQueueAsync("mixed", 1, "one", "two", "three");
        await engine.Batch.UpdateComputeEnvironmentAsync(
            new UpdateComputeEnvironmentRequest { ComputeEnvironment = "two", State = CEState.DISABLED }, TestContext.Current.CancellationToken);

        for (var count = 0; count < 3; count++)
            await engine.SubmitAsync(request => Into(request, "mixed"));

        Assert.Equal(["one", "three"], engine.Runner.Started.Select(attempt =>
        {
            attempt.Begin();
            return attempt.What!.Environment["AWS_BATCH_CE_NAME"];
        }));
    }

    [Fact]
    public async Task The_first_job_says_why_it_can_never_run_and_runs_once_it_can()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var id = await engine.SubmitAsync(request => Need(request, "3"));
        await engine.AssertAsync(
            id,
            JobStatus.RUNNABLE,
            "MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE - CE(s) associated with the job queue cannot meet the CPU requirement of the job.");

        await engine.Batch.UpdateComputeEnvironmentAsync(
            new UpdateComputeEnvironmentRequest { ComputeEnvironment = "local", ComputeResources = new ComputeResourceUpdate { MaxvCpus = 4 } },
            TestContext.Current.CancellationToken);

        await engine.AssertAsync(id, JobStatus.STARTING, null);
    }

    [Fact]
    public async Task Without_a_valid_environment_the_first_job_asks_for_action()
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.Batch.UpdateComputeEnvironmentAsync(
            new UpdateComputeEnvironmentRequest { ComputeEnvironment = "local", State = CEState.DISABLED }, TestContext.Current.CancellationToken);

        var id = await engine.SubmitAsync();

        await engine.AssertAsync(id, JobStatus.RUNNABLE, "ACTION_REQUIRED - CE(s) associated with the job queue are invalid.");
    }

    [Fact]
    public async Task An_override_of_the_old_kind_does_not_beat_a_definition_of_the_new_kind()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        await engine.DefineAsync(request =>
        {
            request.ContainerProperties!.Vcpus = null;
            request.ContainerProperties.ResourceRequirements = [new ResourceRequirement { Type = ResourceType.VCPU, Value = "2" }];
        });

        await engine.SubmitAsync(request => request.ContainerOverrides = new ContainerOverrides { Vcpus = 1 });
        await engine.SubmitAsync(request => request.ContainerOverrides = new ContainerOverrides { Vcpus = 1 });

        Assert.Single(engine.Runner.Started);
    }

    private static void Need(SubmitJobRequest request, string vcpus) => request.ContainerOverrides = new ContainerOverrides
    {
        ResourceRequirements = [new ResourceRequirement { Type = ResourceType.VCPU, Value = vcpus }],
    };

    private static SubmitJobRequest Into(SubmitJobRequest request, string queue)
    {
        request.JobQueue = queue;
        return request;
    }
}
