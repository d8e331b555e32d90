using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling.Tasks;

/// <summary>Jobs of several containers.</summary>
public sealed class TaskTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_end_of_an_essential_container_ends_the_others_and_the_job()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await SubmitAsync(engine, Container("main"), Container("side", essential: false));
        var (main, side) = (engine.Runner.Started[0], engine.Runner.Started[1]);
        main.Begin();
        side.Begin();

        main.Exit(0);
        Assert.Equal((1, JobStatus.RUNNING), (side.Stops, await engine.StatusAsync(id)));
        side.Exit(143);

        await engine.AssertAsync(id, JobStatus.SUCCEEDED, "Essential container in task exited");
        var job = await engine.DescribeAsync(id);
        var containers = Assert.Single(Assert.Single(job.Attempts!).TaskProperties!).Containers!;
        Assert.Equal([("main", 0), ("side", 143)], containers.Select(container => (container.Name, container.ExitCode!.Value)));
        Assert.All(containers, container => Assert.Matches($"^task/{container.Name}/[0-9a-f]{{32}}$", container.LogStreamName));
        Assert.Equal(0, Assert.Single(job.EcsProperties!.TaskProperties!).Containers![0].ExitCode);
    }

    [Fact]
    public async Task The_end_of_another_container_leaves_the_job_running()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await SubmitAsync(engine, Container("main"), Container("side", essential: false));
        engine.Runner.Started.ForEach(attempt => attempt.Begin());

        engine.Runner.Started[1].Exit(1);
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(id));
        engine.Runner.Started[0].Exit(3);

        Assert.Equal(JobStatus.FAILED, await engine.StatusAsync(id));
    }

    [Fact]
    public async Task A_container_waits_for_the_success_of_another()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await SubmitAsync(engine, Container("main", dependsOn: ("init", "SUCCESS")), Container("init", essential: false));
        Assert.Single(engine.Runner.Started);

        engine.Runner.Started[0].Exit(0);
        Assert.Equal(2, engine.Runner.Started.Count);
        engine.Runner.Started[1].Exit(0);

        Assert.Equal(JobStatus.SUCCEEDED, await engine.StatusAsync(id));
    }

    [Fact]
    public async Task A_job_fails_whose_essential_container_waits_in_vain()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await SubmitAsync(engine, Container("main", dependsOn: ("init", "SUCCESS")), Container("init", essential: false));

        engine.Runner.Started[0].Exit(1);

        await engine.AssertAsync(id, JobStatus.FAILED, "Task failed to start");
        Assert.Single(engine.Runner.Started);
    }

    [Theory]
    [InlineData("START")]
    [InlineData("COMPLETE")]
    public async Task A_container_waits_for_the_start_or_the_end_of_another(string condition)
    {
        await using var engine = StillEngine.Open(_folder);
        await SubmitAsync(engine, Container("main", dependsOn: ("side", condition)), Container("side", essential: false));

        engine.Runner.Started[0].Begin();
        Assert.Equal(condition == "START" ? 2 : 1, engine.Runner.Started.Count);
        engine.Runner.Started[0].Exit(1);

        Assert.Equal(2, engine.Runner.Started.Count);
    }

    [Fact]
    public async Task Terminating_stops_all_containers()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await SubmitAsync(engine, Container("main"), Container("side", essential: false));
        engine.Runner.Started.ForEach(attempt => attempt.Begin());

        await engine.TerminateAsync(id);
        Assert.All(engine.Runner.Started, attempt => Assert.Equal(1, attempt.Stops));
        engine.Runner.Started.ForEach(attempt => attempt.Exit(143));

        await engine.AssertAsync(id, JobStatus.FAILED, "terminated by test");
    }

    [Fact]
    public async Task A_single_container_and_overrides_by_name_work_too()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await SubmitAsync(engine, request => request.EcsPropertiesOverride = new()
        {
            TaskProperties = [new() { Containers = [new() { Name = "main", Command = ["other"] }] }],
        }, Container("main"));
        engine.Attempt(id).Begin();

        Assert.Equal(["other"], engine.Attempt(id).What!.Command);
        engine.Attempt(id).Exit(0);
        Assert.Equal(0, (await engine.DescribeAsync(id)).Attempts![0].TaskProperties![0].Containers![0].ExitCode);
    }

    [Fact]
    public async Task What_is_no_task_is_refused()
    {
        await using var engine = StillEngine.Open(_folder);

        await StillEngine.RefusedAsync("1 to 10 containers", () => DefineAsync(engine));
        await StillEngine.RefusedAsync("must be essential", () => DefineAsync(engine, Container("a", essential: false)));
        await StillEngine.RefusedAsync("different names", () => DefineAsync(engine, Container("a"), Container("a")));
        await StillEngine.RefusedAsync("no other container", () => DefineAsync(engine, Container("a", dependsOn: ("b", "START"))));
        await StillEngine.RefusedAsync("must be START, COMPLETE or SUCCESS", () => DefineAsync(engine, Container("a", dependsOn: ("b", "LUCK")), Container("b")));
        await StillEngine.RefusedAsync("must not be essential", () => DefineAsync(engine, Container("a", dependsOn: ("b", "SUCCESS")), Container("b")));
        await StillEngine.RefusedAsync(
            "in a circle", () => DefineAsync(engine, Container("a", dependsOn: ("b", "START")), Container("b", dependsOn: ("a", "START"))));
        await StillEngine.RefusedAsync("no Kubernetes", () => engine.Batch.RegisterJobDefinitionAsync(
            new() { JobDefinitionName = "eks", Type = JobDefinitionType.Container, EksProperties = new() { PodProperties = new() } }, Cancellation));
    }

    private static TaskContainerProperties Container(string name, bool essential = true, (string Name, string Condition)? dependsOn = null) => new()
    {
        Name = name,
        Image = "local",
        Command = [name],
        Essential = essential,
        DependsOn = dependsOn is { } other ? [new() { ContainerName = other.Name, Condition = other.Condition }] : null,
        ResourceRequirements = [new() { Type = ResourceType.VCPU, Value = "1" }, new() { Type = ResourceType.MEMORY, Value = "64" }],
    };

    private static Task DefineAsync(StillEngine engine, params TaskContainerProperties[] containers) => engine.Batch.RegisterJobDefinitionAsync(
        new()
        {
            JobDefinitionName = "task", Type = JobDefinitionType.Container, EcsProperties = new() { TaskProperties = [new() { Containers = [.. containers] }] },
        },
        Cancellation);

    private static Task<string> SubmitAsync(StillEngine engine, params TaskContainerProperties[] containers) => SubmitAsync(engine, _ => { }, containers);

    private static async Task<string> SubmitAsync(StillEngine engine, Action<SubmitJobRequest> change, params TaskContainerProperties[] containers)
    {
        await DefineAsync(engine, containers);
        return await engine.SubmitAsync(request =>
        {
            request.JobDefinition = "task";
            change(request);
        });
    }
}
