using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class LogsCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task Lines_are_marked_with_their_job_plain_or_objects()
    {
        await RunAsync(("talks", "echo one; printf 'two\\007\\n'"));

        Assert.Equal(["[talks#1] one", "[talks#1] two^G"], Lines(await OnAsync("logs", "--workload", "w")));
        Assert.Equal(["two\a"], Lines(await OnAsync("logs", "--workload", "w", "--tail", "1", "--quiet")));
        Assert.Equal(["one", "two\a"], Objects(await OnAsync("logs", "--workload", "w", "--json")).Select(line => line.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task The_jobs_of_a_workload_come_in_the_order_in_which_they_were_submitted()
    {
        await OnAsync("run", FileOf([("a", "echo 1"), ("b", "echo 2"), ("c", "echo 3")], ("\"jobName\":\"b\"", "\"dependsOn\":\"c\",\"jobName\":\"b\""), ("\"jobName\":\"c\"", "\"dependsOn\":\"a\",\"jobName\":\"c\"")), "--workload", "w");

        Assert.Equal(["[a#1] 1", "[c#1] 3", "[b#1] 2"], Lines(await OnAsync("logs", "--workload", "w")));
    }

    [Fact]
    public async Task Following_ends_with_the_last_job()
    {
        await OnAsync("submit", FileOf(("a", "echo first"), ("b", "sleep 1; echo last")), "--workload", "w");

        var run = await OnAsync("logs", "--workload", "w", "--follow", "--quiet");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(["first", "last"], Lines(run));
    }
}
