namespace BatchTools.Tests;

/// <summary>Steps that wait for each other, on a real engine.</summary>
public sealed class WorkflowTests(LocalBatch local) : IClassFixture<LocalBatch>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RecordingReporter _reporter = new();
    private WorkloadRun? _run;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_step_names_others_by_name_id_or_list()
    {
        await local.RegisterAsync("name", "true");
        var outside = Assert.Single(await local.SubmitAsync(_reporter, new(), new JobRequest { JobName = "outside", JobDefinition = "name" }));

        var jobs = await RunAsync($$"""
            { "workload": { "jobQueue": "local", "jobDefinition": "name" },
              "jobs": [
                { "jobName": "c", "dependsOn": ["a", "${b}", "{{outside.JobId}}"] },
                { "jobName": "b", "dependsOn": "a" },
                { "jobName": "a", "dependsOn": { "jobId": "{{outside.JobId}}" } }
              ] }
            """);

        Assert.Empty(_reporter.Errors);
        Assert.Equal([outside.JobId], jobs["a"].DependsOn);
        Assert.Equal([jobs["a"].JobId], jobs["b"].DependsOn);
        Assert.Equal([jobs["a"].JobId, jobs["b"].JobId, outside.JobId], jobs["c"].DependsOn);
    }

    [Fact]
    public async Task What_comes_after_a_failure_or_any_end_is_released_by_the_client()
    {
        await local.RegisterAsync("good", "true");
        await local.RegisterAsync("bad", "exit 1");

        var jobs = await RunAsync("""
            { "workload": { "jobQueue": "local", "jobDefinition": "good" },
              "jobs": [
                { "jobName": "works" },
                { "jobName": "breaks", "jobDefinition": "bad" },
                { "jobName": "repair", "dependsOn": "breaks", "after": "notok" },
                { "jobName": "report", "dependsOn": ["breaks", { "jobId": "works", "after": "ok" }], "after": "any" },
                { "jobName": "after-repair", "dependsOn": ["repair"] },
                { "jobName": "never", "dependsOn": "works", "after": "notok" },
                { "jobName": "nor-this", "dependsOn": "never" },
                { "jobName": "but-this", "dependsOn": "never", "after": "any" }
              ] }
            """);

        Assert.Empty(_reporter.Errors);
        Assert.Equal(["after-repair", "breaks", "but-this", "repair", "report", "works"], jobs.Keys.Order());
        Assert.Equal([jobs["works"].JobId], jobs["report"].DependsOn);
        Assert.Equal([jobs["repair"].JobId], jobs["after-repair"].DependsOn);
        Assert.All(["repair", "report"], name => Assert.True(jobs["breaks"].StoppedAt <= jobs[name].CreatedAt, $"{name} came too early."));
        Assert.Contains("'never' is left out, as 'works' succeeded.", _reporter.Details);
        Assert.Equal("2 steps were left out: 'never', as 'works' succeeded; 'nor-this', as 'never' was left out.", _run!.LeftOut);
    }

    [Fact]
    public async Task A_job_that_waits_for_more_than_20_is_reached_through_tiny_jobs()
    {
        await local.RegisterAsync("many", "true");

        var jobs = await RunAsync("""
            { "workload": { "name": "fan", "jobQueue": "local", "jobDefinition": "many" },
              "sweeps": [{ "name": "s", "axes": { "x": [1,2,3,4,5], "y": [1,2,3,4,5] }, "merge": { "jobName": "sum", "parameters": { "of": "s" } } }],
              "jobs": [{ "jobName": "too", "dependsOn": ["s"] }] }
            """);

        Assert.Empty(_reporter.Errors);
        Assert.Equal(27, jobs.Keys.Count(name => !name.StartsWith("fan-in", StringComparison.Ordinal)));
        Assert.Equal(2, jobs["sum"].DependsOn.Count);
        Assert.Equal(jobs["sum"].DependsOn.Order(), jobs["too"].DependsOn.Order());
        var all = await new Jobs(local.Connection, _reporter).GetAsync(new JobFilter { Workload = "fan", Detail = true }, Cancel).ToListAsync(Cancel);
        var tiny = all.Where(job => job.Tags.ContainsKey("batchtools:fan-in")).ToArray();
        Assert.Equal((27, 2), (all.Count - tiny.Length, tiny.Length));
        Assert.Equal([5, 20], tiny.Select(job => job.DependsOn.Count).Order());
        Assert.All(tiny, job => Assert.Equal("true", Assert.Single(job.Command)));
        Assert.True(all.Where(job => job.JobName.StartsWith("s-", StringComparison.Ordinal)).Max(job => job.StoppedAt) <= jobs["sum"].StartedAt);
    }

    [Fact]
    public async Task Equal_sweeps_wait_point_by_point()
    {
        await local.RegisterAsync("pair", "true");

        var jobs = await RunAsync("""
            { "workload": { "jobQueue": "local", "jobDefinition": "pair" },
              "sweeps": [
                { "name": "second", "axes": { "x": [1, 2, 3] }, "jobName": "second-{x}", "dependsOn": { "jobId": "first", "type": "N_TO_N" } },
                { "name": "first", "axes": { "x": [1, 2, 3] }, "jobName": "first-{x}" }
              ] }
            """);

        Assert.All(["1", "2", "3"], x => Assert.Equal([jobs[$"first-{x}"].JobId], jobs[$"second-{x}"].DependsOn));
    }

    [Fact]
    public async Task The_plan_of_a_finished_workload_says_that_nothing_is_left_and_of_a_grown_one_what_is_new()
    {
        await local.RegisterAsync("plan", "true");
        string Text(string values) => $$"""
            { "workload": { "jobQueue": "local", "jobDefinition": "plan" },
              "jobs": [
                { "jobName": "first" },
                { "jobName": "repair", "dependsOn": "points", "after": "notok" },
                { "jobName": "clean", "dependsOn": "first", "after": "any" }
              ],
              "sweeps": [{ "name": "points", "axes": { "x": [{{values}}] }, "jobName": "p-{x}", "dependsOn": "first" }] }
            """;
        var options = new WorkloadRunOptions { Workload = "planned", Timeout = TimeSpan.FromMinutes(1) };
        var run = new WorkloadRun(local.Connection, _reporter);

        var before = await run.PlanAsync(Load(Text("1, 2")), options, Cancel);
        var jobs = await RunAsync(Text("1, 2"), options);
        var after = await run.PlanAsync(Load(Text("1, 2")), options, Cancel);
        var grown = await run.PlanAsync(Load(Text("1, 3, 2")), options, Cancel);
        var more = await RunAsync(Text("1, 3, 2"), options);

        Assert.Equal((5L, false), (before.JobsLeft, before.IsDone));
        Assert.Equal(
            ["Submit the job clean, however first ends", "Submit the job first", "Submit the job repair, if points fails", "Submit the sweep points, after first: 2 jobs"],
            before.Lines().Order());
        Assert.Equal((0L, true), (after.JobsLeft, after.IsDone));
        Assert.Equal(["clean 0", "first 0", "points 1", "repair 1"], grown.Steps.Select(step => $"{step.Name} {step.Left}").Order());
        Assert.Equal(["clean", "first", "p-1", "p-2"], jobs.Keys.Order());
        Assert.Equal(["p-3"], more.Keys.Except(jobs.Keys));
        Assert.All(jobs.Keys, name => Assert.Equal(jobs[name].JobId, more[name].JobId));
    }

    [Fact]
    public async Task A_limit_of_the_workload_counts_for_all_of_its_jobs()
    {
        await local.RegisterAsync("limited", "sleep 0.1");

        var jobs = await RunAsync("""
            { "workload": { "jobQueue": "local", "jobDefinition": "limited", "limits": { "maxConcurrent": 2 } },
              "jobs": [{ "jobName": "a" }, { "jobName": "b", "dependsOn": "s" }, { "jobName": "c", "dependsOn": "a", "after": "any" }],
              "sweeps": [{ "name": "s", "axes": { "x": [1, 2, 3, 4] }, "maxConcurrent": 3 }, { "name": "t", "axes": { "x": [1, 2] } }] }
            """);

        Assert.Empty(_reporter.Errors);
        Assert.Equal(9, jobs.Count);
        Assert.All(jobs.Values, one => Assert.InRange(jobs.Values.Count(other => other.CreatedAt <= one.CreatedAt && other.StoppedAt > one.CreatedAt), 0, 2));
    }

    [Fact]
    public async Task A_file_that_is_only_submitted_is_submitted_whole_also_where_the_client_releases()
    {
        await local.RegisterAsync("only", "true");

        var jobs = await RunAsync(
            """{ "workload": { "jobQueue": "local", "jobDefinition": "only" }, "jobs": [{ "jobName": "a" }, { "jobName": "b", "dependsOn": "a", "after": "any" }] }""",
            new() { SubmitOnly = true });

        Assert.Equal(["a", "b"], jobs.Keys.Order());
    }

    private async Task<Dictionary<string, Job>> RunAsync(string text, WorkloadRunOptions? options = null) =>
        (await Run().RunAsync(Load(text), options ?? new() { Timeout = TimeSpan.FromMinutes(1) }, Cancel).ToListAsync(Cancel)).ToDictionary(job => job.JobName);

    private WorkloadRun Run() => _run = new(local.Connection, _reporter);

    private WorkloadFile Load(string text) => WorkloadFile.Load(_folder.Write("workload.json", text));
}
