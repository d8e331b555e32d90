using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class SubmitCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task Jobs_are_submitted_and_wait_until_someone_waits_for_them()
    {
        var submitted = await OnAsync("submit", FileOf(("first", "echo 1"), ("second", "exit 1")), "--workload", "w", "--output", Folder["ids.txt"]);
        var listed = await OnAsync("jobs", "--workload", "w", "--json");
        var waited = await OnAsync("wait", "--workload", "w");

        Assert.Equal(ExitCode.Success, submitted.ExitCode);
        Assert.Contains("batchtools wait --workload w", Assert.Single(submitted.ErrorLines));
        var ids = Folder.Lines("ids.txt");
        Assert.Equal(2, ids.Length);
        Assert.All(ids, id => Assert.Contains(id, submitted.Output));
        Assert.All(Objects(listed), job => Assert.Equal("RUNNABLE", job.GetProperty("status").GetString()));
        Assert.Equal(ExitCode.JobsFailed, waited.ExitCode);
        Assert.Contains("2 jobs: 1 succeeded, 1 failed", waited.Output);
    }

    [Fact]
    public async Task With_monitor_it_waits_and_the_ids_are_in_the_order_of_the_dependencies()
    {
        var file = FileOf(
            [("last", "echo 3"), ("middle", "echo 2"), ("first", "echo 1")],
            ("\"jobName\":\"last\"", "\"dependsOn\":[{\"jobId\":\"${middle}\"}],\"jobName\":\"last\""),
            ("\"jobName\":\"middle\"", "\"dependsOn\":[{\"jobId\":\"${first}\"}],\"jobName\":\"middle\""));

        var run = await OnAsync("submit", file, "--monitor", "--output", Folder["ids.txt"], "--timeout-minutes", "1", "--json");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        var jobs = Objects(run).Where(one => one.GetProperty("type").GetString() == "job").ToDictionary(job => job.GetProperty("jobName").GetString()!, job => job.GetProperty("jobId").GetString()!);
        Assert.Equal([jobs["first"], jobs["middle"], jobs["last"]], Folder.Lines("ids.txt"));
        Assert.Equal(3, Objects(run)[^1].GetProperty("totals").GetProperty("succeeded").GetInt32());
    }

    [Fact]
    public async Task Jobs_that_others_have_to_make_room_for_are_not_submitted_where_nothing_runs_them()
    {
        var sweep = FileOf([], ("\"jobs\":[]", """
            "sweeps":[{"name":"s","axes":{"script":["true","false"]},"jobName":"s-{#}","jobQueue":"local","jobDefinition":"shell","maxConcurrent":1}]
            """));

        var run = await OnAsync("submit", sweep);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--monitor", Assert.Single(run.ErrorLines));
        Assert.Empty((await OnAsync("jobs")).Output);
    }

    [Fact]
    public async Task A_named_workload_is_submitted_once()
    {
        var file = FileOf(("only", "echo 1"));
        await OnAsync("submit", file, "--workload", "w");
        var again = await OnAsync("submit", file, "--workload", "w");

        Assert.Equal(ExitCode.Success, again.ExitCode);
        Assert.Single(Lines(await OnAsync("jobs", "--quiet")));
    }

    [Fact]
    public async Task A_quiet_run_says_nothing_but_its_code()
    {
        var run = await OnAsync("submit", FileOf(("bad", "exit 1")), "--monitor", "--quiet");

        Assert.Equal((ExitCode.JobsFailed, "", ""), (run.ExitCode, run.Output, run.Error));
    }
}
