using System.Text.Json;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class PlanCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task What_is_missing_would_be_created_and_nothing_is()
    {
        var file = FileOf(("a", "true"), ("b", "true"));

        var first = await OnAsync("plan", file);
        var second = await OnAsync("plan", file);

        Assert.Equal(ExitCode.Success, first.ExitCode);
        Assert.Equal(["Create the job definition shell", "Submit the job a", "Submit the job b"], Lines(first));
        Assert.Equal(first.Output, second.Output);
        Assert.Empty((await OnAsync("jobs")).Output);
    }

    [Fact]
    public async Task What_could_be_better_in_the_file_is_told_with_its_place_unless_silence_is_asked_for()
    {
        var file = FileOf([("a", "true")], ("\"value\":\"0.25\"", "\"value\":\"5000\""));

        var plan = await OnAsync("plan", file);

        Assert.Equal(ExitCode.Success, plan.ExitCode);
        Assert.Matches(@"^batchtools: warning: \S+workload\.json\(1,\d+\): 'a' asks for 5000 vCPUs, .* so it would wait for ever", plan.ErrorLines[0]);
        Assert.Matches(@"^batchtools: advice: \S+workload\.json\(1,\d+\): 'shell' has no time limit", plan.ErrorLines[1]);
        Assert.Contains("{\"type\":\"advice\",\"message\":", (await OnAsync("plan", file, "--json")).Error);
        Assert.Empty((await OnAsync("plan", file, "--quiet")).Error);
    }

    [Fact]
    public async Task A_run_warns_of_a_job_that_would_wait_for_ever()
    {
        var file = FileOf([("a", "true")], ("\"value\":\"0.25\"", "\"value\":\"5000\""));

        var run = await OnAsync("run", file, "--timeout", "1s");

        Assert.Equal(ExitCode.TimedOut, run.ExitCode);
        Assert.Contains("'a' asks for 5000 vCPUs", run.ErrorLines[0]);
        Assert.DoesNotContain("has no time limit", run.Error);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_finished_workload_and_of_a_sweep_that_grew_the_new_points_are()
    {
        Assert.Equal(ExitCode.Success, (await OnAsync("run", Sweep(1, 2, 3), "--workload", "w")).ExitCode);

        var done = await OnAsync("plan", Sweep(1, 2, 3), "--workload", "w");
        var grown = await OnAsync("plan", Sweep(1, 2, 3, 4, 5), "--workload", "w", "--json");

        Assert.Equal(["Nothing is left to do for the workload w."], Lines(done));
        var steps = Objects(grown).Where(one => one.GetProperty("type").GetString() == "step").ToDictionary(step => step.GetProperty("name").GetString()!, Counts);
        // What comes after the sweep waits for the new points too, so it is new itself.
        Assert.Equal((5, 3, 2), steps["sweep"]);
        Assert.Equal((1, 0, 1), steps["after"]);
        Assert.Equal((1, 1, 0), steps["before"]);
        Assert.False(Objects(grown)[^1].GetProperty("done").GetBoolean());
        Assert.Equal(5, Lines(await OnAsync("jobs", "--quiet")).Length);
    }

    [Fact]
    public async Task What_differs_would_be_changed_from_the_old_value_to_the_new()
    {
        await RunAsync(("a", "true"));

        var plan = await OnAsync("plan", FileOf([("a", "true")], ("\"value\":\"16\"", "\"value\":\"32\"")), "--workload", "w");

        Assert.Matches("^Change the job definition shell: .*16.* → .*32", Assert.Single(Lines(plan)));
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_told_with_its_place()
    {
        var plan = await OnAsync("plan", FileOf([("a", "true")], ("\"jobQueue\":\"local\"", "\"jobQueue\":\"nowhere\"")));

        Assert.Equal(ExitCode.BadInput, plan.ExitCode);
        Assert.Matches(@"workload\.json\(1,\d+\).*nowhere", Assert.Single(plan.ErrorLines));
    }

    [Fact]
    public async Task Each_of_several_errors_has_its_own_id_and_place()
    {
        var plan = await OnAsync("plan", Folder.Write("bad.json", """{ "jobQueues": [{ "jobQueueName": "q", "priorty": 1 }], "jobs": [{ "jobName": "a b", "jobQueue": "q", "jobDefinition": "d" }] }"""), "--json");

        Assert.Equal(
            ["MemberUnknown (1,40)", "JobNameInvalid (1,79)"],
            plan.ErrorLines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Select(error =>
                $"{error.GetProperty("errorId").GetString()} {error.GetProperty("message").GetString()!.Split("bad.json")[1].Split(':')[0]}"));
    }

    private static (int, int, int) Counts(JsonElement step) =>
        (step.GetProperty("jobs").GetInt32(), step.GetProperty("submitted").GetInt32(), step.GetProperty("left").GetInt32());

    private string Sweep(params int[] values) => FileOf(
        [("before", "true"), ("after", "true")],
        ("\"jobs\":", $$"""
            "sweeps":[{"name":"sweep","axes":{"number":[{{string.Join(',', values)}}]},"fixed":{"script":"echo $number"},"jobName":"p-{number}","jobQueue":"local","jobDefinition":"shell","dependsOn":[{"jobId":"${before}"}]}],"jobs":
            """),
        ("\"jobName\":\"after\"", "\"dependsOn\":[{\"jobId\":\"${sweep}\"}],\"jobName\":\"after\""));
}
