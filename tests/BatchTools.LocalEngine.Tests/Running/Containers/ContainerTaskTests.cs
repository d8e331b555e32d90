using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.LocalEngine.Running.Containers;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running.Containers;

/// <summary>Jobs of several containers, and of several nodes, as real containers; skipped where this machine cannot run any.</summary>
public sealed class ContainerTaskTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_containers_of_a_task_share_its_volumes_and_leave_nothing()
    {
        await using var engine = await OpenAsync();
        var before = Volumes();

        var job = await RunAsync(engine, new RegisterJobDefinitionRequest
        {
            EcsProperties = Task(
                [new Volume { Name = "scratch" }],
                Container("init", essential: false, ["sh", "-c", "echo made by init > /made/text"]),
                Container("main", essential: true, ["sh", "-c", "cat /made/text; exit 4"], new TaskContainerDependency { ContainerName = "init", Condition = "SUCCESS" }),
                Container("side", essential: false, ["sleep", "1000"])),
        });

        Assert.Equal((JobStatus.FAILED, "Essential container in task exited"), (job.Status, job.StatusReason));
        var containers = job.EcsProperties!.TaskProperties![0].Containers!.ToDictionary(static container => container.Name!);
        Assert.Equal((0, 4), (containers["init"].ExitCode, containers["main"].ExitCode));
        Assert.Equal(["made by init"], await ReadAsync(engine, containers["main"].LogStreamName!));
        while (Directory.GetFiles(_folder.File("data/containers")).Length > 0)
            await System.Threading.Tasks.Task.Delay(5, Cancellation);
        Assert.Equal(before, Volumes());
    }

    [Fact]
    public async Task A_volume_that_a_killed_engine_left_is_removed_when_the_next_one_opens()
    {
        _ = ContainerImage.Arguments();
        var volume = $"batchtools-test-{Guid.NewGuid():N}";
        Directory.CreateDirectory(_folder.File("data/containers"));
        await File.WriteAllTextAsync(_folder.File($"data/containers/{volume}.volume"), "", Cancellation);
        Assert.Equal(0, ContainerTool.Find()!.Run("volume", "create", volume).ExitCode);

        await using var engine = await OpenEngine.StartAsync(_folder);

        Assert.DoesNotContain(volume, Volumes());
        Assert.Empty(Directory.GetFiles(_folder.File("data/containers")));
    }

    [Fact]
    public async Task Nodes_are_containers_that_know_their_places()
    {
        await using var engine = await OpenAsync();

        var job = await RunAsync(engine, new RegisterJobDefinitionRequest
        {
            NodeProperties = new NodeProperties
            {
                NumNodes = 2,
                MainNode = 0,
                NodeRangeProperties =
                [
                    new NodeRangeProperty { TargetNodes = "0", Container = Node(["sh", "-c", "echo node $AWS_BATCH_JOB_NODE_INDEX of $AWS_BATCH_JOB_NUM_NODES; sleep 0.5"]) },
                    new NodeRangeProperty { TargetNodes = "1", Container = Node(["sh", "-c", "trap 'exit 0' TERM; while true; do sleep 0.1; done"]) },
                ],
            },
        });

        Assert.Equal(JobStatus.SUCCEEDED, job.Status);
        var main = await engine.DescribeAsync($"{job.JobId}#0");
        Assert.Equal(["node 0 of 2"], await engine.ReadLogAsync(main));
        Assert.Empty(Directory.GetFiles(_folder.File("data/containers")));
    }

    private static EcsProperties Task(List<Volume> volumes, params List<TaskContainerProperties> containers) =>
        new() { TaskProperties = [new EcsTaskProperties { Volumes = volumes, Containers = containers }] };

    private static TaskContainerProperties Container(string name, bool essential, List<string> command, params List<TaskContainerDependency> dependsOn) => new()
    {
        Name = name,
        Image = ContainerImage.Name,
        Command = command,
        Essential = essential,
        DependsOn = dependsOn,
        ResourceRequirements = Requirements("0.5"),
        MountPoints = [new MountPoint { SourceVolume = "scratch", ContainerPath = "/made" }],
    };

    private static ContainerProperties Node(List<string> command) => new() { Image = ContainerImage.Name, Command = command, ResourceRequirements = Requirements("1") };

    private static List<ResourceRequirement> Requirements(string vcpus) =>
    [
        new ResourceRequirement { Type = ResourceType.VCPU, Value = vcpus },
        new ResourceRequirement { Type = ResourceType.MEMORY, Value = 64.ToString(CultureInfo.InvariantCulture) },
    ];

    private static List<string> Volumes() =>
        [.. ContainerTool.Find()!.Run("volume", "ls", "--quiet").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static name => name.StartsWith("batchtools-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> ReadAsync(OpenEngine engine, string stream)
    {
        var response = await engine.Logs.GetLogEventsAsync(
            new Amazon.CloudWatchLogs.Model.GetLogEventsRequest { LogGroupName = "/aws/batch/job", LogStreamName = stream, StartFromHead = true }, Cancellation);
        return response.Events!.ConvertAll(static entry => entry.Message!);
    }

    private static async Task<JobDetail> RunAsync(OpenEngine engine, RegisterJobDefinitionRequest definition)
    {
        definition.JobDefinitionName = "task";
        definition.Type = definition.NodeProperties is null ? JobDefinitionType.Container : JobDefinitionType.Multinode;
        var response = await engine.Batch.RegisterJobDefinitionAsync(definition, Cancellation);
        return await engine.AwaitEndAsync(await engine.SubmitAsync(response.JobDefinitionArn!));
    }

    private Task<OpenEngine> OpenAsync()
    {
        var settings = ContainerImage.Arguments();
        return OpenEngine.StartAsync(_folder, change: options => options with { Runner = RunnerKind.Container, ContainerArguments = settings });
    }
}
