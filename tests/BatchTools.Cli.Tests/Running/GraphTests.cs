using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Running;

/// <summary>A large workflow, in the only orders that its edges allow.</summary>
public sealed class GraphTests : IDisposable
{
    private const int Seed = 2026;

    private readonly TemporaryFolder _folder = new();
    private readonly RandomGraph _graph = new(Seed);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thousand_steps_run_in_the_order_of_their_five_thousand_edges_also_when_the_run_is_killed_half_way()
    {
        var file = _folder.Write("graph.json", _graph.ToJson());
        string[] run = ["run", file, "--data", _folder.Data, "--runner", "simulated", "--processors", "1000", "--workload", "graph", "--json"];
        Assert.True(_graph.EdgeCount >= 4_900, $"There are {_graph.EdgeCount} edges.");

        using (var killed = BatchToolsProcess.Start(run))
        {
            for (var jobs = 0; jobs < _graph.JobCount / 2; jobs++)
                Assert.NotNull(await killed.ReadLineAsync());
            killed.Kill();
            await killed.EndAsync();
        }

        var resumed = await CliRun.OfAsync(run);

        var lines = resumed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Submitted before, and so not again: ", resumed.Error);
        Assert.Equal(ExitCode.Success, resumed.ExitCode);
        Assert.Equal(_graph.JobCount, lines.Length - 1); // and the summary
        Assert.Empty(_graph.Broken(lines.Where(line => line.StartsWith("{\"type\":\"job\"", StringComparison.Ordinal))));
        var plan = await CliRun.OfAsync(["plan", file, "--data", _folder.Data, "--workload", "graph"]);
        Assert.Equal("Nothing is left to do for the workload graph.", plan.Output.Trim());
    }

    [Fact]
    public async Task The_same_graph_runs_in_one_go_and_submits_each_job_once()
    {
        var file = _folder.Write("graph.json", _graph.ToJson());

        var run = await CliRun.OfAsync(["run", file, "--data", _folder.Data, "--runner", "simulated", "--processors", "1000", "--json"]);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((ExitCode.Success, _graph.JobCount + 1), (run.ExitCode, lines.Length));
        Assert.Empty(_graph.Broken(lines.SkipLast(1)));
        Assert.Contains(lines, line => line.Contains("batchtools:after", StringComparison.Ordinal));
    }
}
