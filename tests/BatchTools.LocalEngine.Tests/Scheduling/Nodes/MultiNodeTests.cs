using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling.Nodes;

/// <summary>Multi-node parallel jobs.</summary>
public sealed class MultiNodeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_main_node_starts_first_and_the_others_once_it_runs()
    {
        await using var engine = StillEngine.Open(_folder, processors: 4);
        var id = await SubmitAsync(engine, nodes: 3, main: 1);

        Assert.Equal([$"{id}#1"], engine.StartedJobs);
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(id));
        Assert.Equal(JobStatus.RUNNABLE, await engine.StatusAsync($"{id}#0"));
        engine.Attempt($"{id}#1").Begin();

        Assert.Equal([$"{id}#1", $"{id}#0", $"{id}#2"], engine.StartedJobs);
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(id));
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync($"{id}#2"));
    }

    [Theory]
    [InlineData(0, JobStatus.SUCCEEDED)]
    [InlineData(1, JobStatus.FAILED)]
    public async Task A_main_node_that_ended_before_the_engine_was_killed_has_ended_as_it_did(int exitCode, string status)
    {
        using var copy = new TempFolder();
        var engine = StillEngine.Open(_folder, processors: 3);
        var id = await SubmitAsync(engine, nodes: 3, main: 0);
        BeginAll(engine, id, 3);
        engine.Attempt($"{id}#0").Exit(exitCode);
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(id));

        await using var again = await engine.CrashAsync(copy, static () => { });

        await again.AssertAsync(id, status, "Essential container in task exited");
        Assert.Single((await again.DescribeAsync($"{id}#0")).Attempts!);
        Assert.Empty(again.StartedJobs);
    }

    [Fact]
    public async Task No_node_starts_before_there_is_room_for_all()
    {
        await using var engine = StillEngine.Open(_folder, processors: 3);
        var filler = await engine.SubmitAsync();
        var id = await SubmitAsync(engine, nodes: 3, main: 0);
        Assert.Equal(JobStatus.RUNNABLE, await engine.StatusAsync(id));

        engine.Attempt(filler).Exit(0);

        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(id));
        var behind = await engine.SubmitAsync();
        Assert.Equal(JobStatus.RUNNABLE, await engine.StatusAsync(behind));
    }

    [Theory]
    [InlineData(0, JobStatus.SUCCEEDED)]
    [InlineData(1, JobStatus.FAILED)]
    public async Task The_main_nodes_end_is_the_jobs(int exitCode, string status)
    {
        await using var engine = StillEngine.Open(_folder, processors: 3);
        var id = await SubmitAsync(engine, nodes: 3, main: 0);
        BeginAll(engine, id, 3);
        engine.Attempt($"{id}#2").Exit(5);
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(id));
        Assert.Equal(JobStatus.FAILED, await engine.StatusAsync($"{id}#2"));

        engine.Attempt($"{id}#0").Exit(exitCode);
        Assert.Equal(1, engine.Attempt($"{id}#1").Stops);
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(id));
        engine.Attempt($"{id}#1").Exit(143);

        await engine.AssertAsync(id, status, "Essential container in task exited");
        await engine.AssertAsync($"{id}#0", status, "Essential container in task exited");
        await engine.AssertAsync($"{id}#1", status, "Main node exited");
        var job = await engine.DescribeAsync(id);
        Assert.Equal(exitCode, Assert.Single(job.Attempts!).Container!.ExitCode);
        Assert.Null(job.Container);
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(await engine.SubmitAsync(request => request.ContainerOverrides = new() { Vcpus = 3 })));
    }

    [Fact]
    public async Task A_failed_main_node_lets_all_be_tried_again()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var id = await SubmitAsync(engine, nodes: 2, main: 0, request => request.RetryStrategy = new() { Attempts = 2 });
        BeginAll(engine, id, 2);
        engine.Attempt($"{id}#1").Exit(0);
        engine.Attempt($"{id}#0").Exit(1);

        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(id));
        Assert.Equal(JobStatus.RUNNABLE, await engine.StatusAsync($"{id}#1"));
        BeginAll(engine, id, 2);
        engine.Attempt($"{id}#1").Exit(0);
        engine.Attempt($"{id}#0").Exit(0);

        var job = await engine.DescribeAsync(id);
        Assert.Equal((JobStatus.SUCCEEDED, 2), (job.Status, job.Attempts!.Count));
        Assert.Equal("2", engine.Attempt($"{id}#1").What!.Environment["AWS_BATCH_JOB_ATTEMPT"]);
    }

    [Fact]
    public async Task Nodes_know_who_they_are()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var id = await SubmitAsync(engine, nodes: 2, main: 1);
        BeginAll(engine, id, 2, main: 1);

        var main = engine.Attempt($"{id}#1").What!.Environment;
        var other = engine.Attempt($"{id}#0").What!.Environment;

        Assert.Equal(("1", "1", "2"), (main["AWS_BATCH_JOB_MAIN_NODE_INDEX"], main["AWS_BATCH_JOB_NODE_INDEX"], main["AWS_BATCH_JOB_NUM_NODES"]));
        Assert.False(main.ContainsKey("AWS_BATCH_JOB_MAIN_NODE_PRIVATE_IPV4_ADDRESS"));
        Assert.Equal(("0", "127.0.0.1"), (other["AWS_BATCH_JOB_NODE_INDEX"], other["AWS_BATCH_JOB_MAIN_NODE_PRIVATE_IPV4_ADDRESS"]));
    }

    [Fact]
    public async Task Nodes_are_listed_and_described_with_their_job()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var id = await SubmitAsync(engine, nodes: 2, main: 0);
        BeginAll(engine, id, 2);

        var nodes = (await engine.Batch.ListJobsAsync(new() { MultiNodeJobId = id, JobStatus = JobStatus.RUNNING }, Cancellation)).JobSummaryList!;
        var jobs = (await engine.Batch.ListJobsAsync(new() { JobQueue = "local" }, Cancellation)).JobSummaryList!;
        var node = await engine.DescribeAsync($"{id}#1");

        Assert.Equal([(0, true, 2), (1, false, 2)], nodes.Select(entry => (entry.NodeProperties!.NodeIndex!.Value, entry.NodeProperties.IsMainNode!.Value, entry.NodeProperties.NumNodes!.Value)));
        Assert.Equal(id, Assert.Single(jobs).JobId);
        Assert.Equal((1, false), (node.NodeDetails!.NodeIndex, node.NodeDetails.IsMainNode));
        Assert.Equal((2, 0), ((await engine.DescribeAsync(id)).NodeProperties!.NumNodes, (await engine.DescribeAsync(id)).NodeProperties!.MainNode));
    }

    [Fact]
    public async Task Terminating_ends_all_nodes_and_cancelling_only_what_waits()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var running = await SubmitAsync(engine, nodes: 2, main: 0, request => request.RetryStrategy = new() { Attempts = 3 });
        var waiting = await SubmitAsync(engine, nodes: 2, main: 0);
        BeginAll(engine, running, 2);

        await engine.CancelAsync(running);
        await engine.CancelAsync(waiting);
        await engine.AssertAsync(waiting, JobStatus.FAILED, "cancelled by test");
        await engine.AssertAsync($"{waiting}#1", JobStatus.FAILED, "cancelled by test");
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync(running));
        await engine.TerminateAsync(running);
        engine.Attempt($"{running}#0").Exit(143);
        engine.Attempt($"{running}#1").Exit(143);

        await engine.AssertAsync(running, JobStatus.FAILED, "terminated by test");
        await engine.AssertAsync($"{running}#1", JobStatus.FAILED, "terminated by test");
    }

    [Fact]
    public async Task Others_depend_on_it_and_it_on_others()
    {
        await using var engine = StillEngine.Open(_folder, processors: 2);
        var first = await engine.SubmitAsync();
        var nodes = await SubmitAsync(engine, nodes: 2, main: 0, request => request.DependsOn = [new() { JobId = first }]);
        var last = await engine.SubmitAsync(request => request.DependsOn = [new() { JobId = nodes }]);
        Assert.Equal(JobStatus.PENDING, await engine.StatusAsync(nodes));

        engine.Attempt(first).Exit(0);
        BeginAll(engine, nodes, 2);
        engine.Attempt($"{nodes}#0").Exit(0);
        engine.Attempt($"{nodes}#1").Exit(143);

        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(last));
    }

    [Fact]
    public async Task A_restart_loses_the_nodes_and_the_job_is_tried_again_by_its_rules()
    {
        string once, twice;
        await using (var before = StillEngine.Open(_folder, processors: 4))
        {
            once = await SubmitAsync(before, nodes: 2, main: 0);
            twice = await SubmitAsync(before, nodes: 2, main: 0, request => request.RetryStrategy = new() { Attempts = 2 });
            BeginAll(before, once, 2);
            BeginAll(before, twice, 2);
        }

        await using var engine = StillEngine.Open(_folder, processors: 4);

        Assert.StartsWith("Host EC2", (await engine.DescribeAsync(once)).StatusReason, StringComparison.Ordinal);
        Assert.Equal(JobStatus.FAILED, await engine.StatusAsync($"{once}#1"));
        Assert.Equal(JobStatus.STARTING, await engine.StatusAsync(twice));
        BeginAll(engine, twice, 2);
        Assert.Equal(JobStatus.RUNNING, await engine.StatusAsync($"{twice}#1"));
    }

    [Theory]
    [InlineData("0:1", "2:2", null)]
    [InlineData("0:", "1:1", null)]
    [InlineData(":2", "1:2", null)]
    [InlineData("0:1", "1:2", "within one another")]
    [InlineData("0:0", "2:2", "Node 1 is in none")]
    [InlineData("0:3", "1:1", "beyond the 3 nodes")]
    [InlineData("0:x", "1:1", "no range of nodes")]
    public async Task Ranges_cover_all_nodes_and_lie_within_one_another_or_apart(string one, string other, string? fault)
    {
        await using var engine = StillEngine.Open(_folder);
        Task Define() => DefineAsync(engine, nodes: 3, main: 0, one, other);

        if (fault is null)
            await Define();
        else
            await StillEngine.RefusedAsync(fault, Define);
    }

    [Fact]
    public async Task The_narrower_range_holds_and_overrides_go_on_top()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await DefineAsync(engine, nodes: 3, main: 0, "0:", "1:1");
        var id = await engine.SubmitAsync(request =>
        {
            request.JobDefinition = "nodes";
            request.NodeOverrides = new()
            {
                NumNodes = 4,
                NodePropertyOverrides = [new() { TargetNodes = "3:", ContainerOverrides = new() { Command = ["last"] } }],
            };
        });
        BeginAll(engine, id, 4);

        Assert.Equal(["range-0", "range-1", "range-0", "last"], Enumerable.Range(0, 4).Select(node => engine.Attempt($"{id}#{node}").What!.Command[0]));
    }

    [Fact]
    public async Task The_number_of_nodes_is_overridden_only_where_an_end_is_open()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await DefineAsync(engine, nodes: 2, main: 1, "0:1");
        await StillEngine.RefusedAsync("open end", () => SubmitWithAsync(3));

        await DefineAsync(engine, nodes: 2, main: 1, "0:");
        await StillEngine.RefusedAsync("more than mainNode", () => SubmitWithAsync(1));
        await SubmitWithAsync(3);

        Task SubmitWithAsync(int nodes) => engine.SubmitAsync(request => (request.JobDefinition, request.NodeOverrides) = ("nodes", new() { NumNodes = nodes }));
    }

    private static async Task<string> SubmitAsync(StillEngine engine, int nodes, int main, Action<SubmitJobRequest>? change = null)
    {
        await DefineAsync(engine, nodes, main, "0:");
        return await engine.SubmitAsync(request =>
        {
            request.JobDefinition = "nodes";
            change?.Invoke(request);
        });
    }

    private static Task DefineAsync(StillEngine engine, int nodes, int main, params string[] ranges) => engine.Batch.RegisterJobDefinitionAsync(
        new()
        {
            JobDefinitionName = "nodes",
            Type = JobDefinitionType.Multinode,
            NodeProperties = new()
            {
                NumNodes = nodes,
                MainNode = main,
                NodeRangeProperties = [.. ranges.Select((range, index) => new NodeRangeProperty
                {
                    TargetNodes = range, Container = new() { Image = "local", Command = [$"range-{index}"], Vcpus = 1, Memory = 64 },
                })],
            },
        },
        Cancellation);

    private static void BeginAll(StillEngine engine, string id, int nodes, int main = 0)
    {
        engine.Attempt($"{id}#{main}").Begin();
        foreach (var node in Enumerable.Range(0, nodes).Where(node => node != main))
            engine.Attempt($"{id}#{node}").Begin();
    }
}
