using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class StopCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task All_that_is_unfinished_of_a_workload_ends_with_the_reason()
    {
        await RunAsync(("done", "true"));
        await OnAsync("submit", FileOf(("waits", "true"), ("waits-too", "sleep 1")), "--workload", "w");

        var run = await OnAsync("stop", "--workload", "w", "--reason", "Wrong input", "--wait", "--json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(Objects(run), job => Assert.Equal(("FAILED", "Wrong input"), (job.GetProperty("status").GetString(), job.GetProperty("statusReason").GetString())));
        Assert.Equal(2, Objects(run).Count);
        Assert.Equal(3, Lines(await OnAsync("jobs", "--quiet")).Length);
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_bad_input()
    {
        var run = await OnAsync("stop", "--job", "00000000-0000-0000-0000-000000000000");

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("00000000-", Assert.Single(run.ErrorLines));
    }
}
