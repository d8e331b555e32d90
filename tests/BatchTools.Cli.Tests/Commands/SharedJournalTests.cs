using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

/// <summary>Several processes, and several runs, that submit the same workload.</summary>
public sealed class SharedJournalTests
{
    private const int Points = 100;

    [Fact]
    public async Task Processes_that_submit_the_same_workload_at_once_submit_each_job_once_and_give_all_of_them()
    {
        using var folder = new TemporaryFolder();
        var file = SweepFile.Write(folder, Points);
        string[] outputs = ["a", "b", "c"];
        await using (await ServedEngine.StartAsync(folder.Data, "lost-reply=0.05", seed: 3))
        {
            var processes = outputs.Select(output => BatchToolsProcess.Start("submit", file, "--workload", "w", "--data", folder.Data, "--output", folder[output])).ToArray();
            foreach (var process in processes)
            {
                using (process)
                    Assert.True(await process.EndAsync() == ExitCode.Success, process.Error);
            }
        }

        Assert.All(outputs, output => Assert.Equal(folder.Lines("a").Order(StringComparer.Ordinal), folder.Lines(output).Order(StringComparer.Ordinal)));
        Assert.Equal(Points, folder.Lines("a").Distinct(StringComparer.Ordinal).Count());
        await SweepFile.AssertSubmittedAsync(folder, Points);
    }

    [Fact]
    public async Task One_that_is_killed_holds_up_no_other()
    {
        using var folder = new TemporaryFolder();
        var file = SweepFile.Write(folder, Points);
        await using (await ServedEngine.StartAsync(folder.Data, "throttle=0.2", seed: 3))
        {
            using var killed = BatchToolsProcess.Start("submit", file, "--workload", "w", "--data", folder.Data);
            using var other = BatchToolsProcess.Start("submit", file, "--workload", "w", "--data", folder.Data);
            await SweepFile.AwaitJournalAsync(folder, killed);
            killed.Kill();

            await killed.EndAsync();
            Assert.True(await other.EndAsync() == ExitCode.Success, other.Error);
        }

        await SweepFile.AssertSubmittedAsync(folder, Points);
    }

    [Fact]
    public async Task A_workload_runs_once_and_by_force_once_more()
    {
        using var folder = new TemporaryFolder();
        var file = SweepFile.Write(folder, Points);
        await using (await ServedEngine.StartAsync(folder.Data))
        {
            string[] run = ["run", file, "--workload", "w", "--data", folder.Data, "--output"];
            var first = await CliRun.OfAsync([.. run, folder["first"]]);
            var second = await CliRun.OfAsync([.. run, folder["second"]]);
            var forced = await CliRun.OfAsync([.. run, folder["forced"], "--force"]);

            Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, forced.ExitCode));
            Assert.Equal(folder.Lines("first").Order(StringComparer.Ordinal), folder.Lines("second").Order(StringComparer.Ordinal));
            Assert.Empty(folder.Lines("first").Intersect(folder.Lines("forced"), StringComparer.Ordinal));
        }

        await SweepFile.AssertSubmittedAsync(folder, Points, times: 2);
    }
}
