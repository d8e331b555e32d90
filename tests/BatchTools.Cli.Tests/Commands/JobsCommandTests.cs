using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class JobsCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task Conditions_hold_together()
    {
        await RunAsync(("good-1", "true"), ("good-2", "true"), ("bad-1", "exit 1"));

        Assert.Equal(4, Lines(await OnAsync("jobs")).Length);
        Assert.Equal(2, Lines(await OnAsync("jobs", "--name", "good-*", "--status", "SUCCEEDED", "--queue", "local", "--quiet")).Length);
        Assert.Empty((await OnAsync("jobs", "--name", "good-*", "--status", "failed", "running")).Output);
        Assert.Equal("bad-1", Assert.Single(Objects(await OnAsync("jobs", "--status", "FAILED", "--json"))).GetProperty("jobName").GetString());
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_bad_input()
    {
        var run = await OnAsync("jobs", "--queue", "nowhere");

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("nowhere", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Looking_starts_nothing()
    {
        await OnAsync("submit", FileOf(("waits", $"touch {Folder["ran"]}")), "--workload", "w");

        await OnAsync("jobs");
        await OnAsync("report", "--workload", "w");
        await OnAsync("logs", "--workload", "w");

        Assert.False(Folder.Has("ran"));
        Assert.Contains("RUNNABLE", (await OnAsync("jobs")).Output);
    }
}
