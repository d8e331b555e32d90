namespace BatchTools.Tests;

/// <summary>Workload files on a real engine.</summary>
public sealed class WorkloadRunTests(LocalBatch local) : IClassFixture<LocalBatch>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_brings_its_environment_queue_and_definition_and_runs_its_sweep()
    {
        var file = Load("""
            {
              "workload": { "name": "whole", "tags": { "team": "x" } },
              "computeEnvironments": [{ "computeEnvironmentName": "whole-ce", "type": "MANAGED", "computeResources": { "type": "EC2", "maxvCpus": 4, "subnets": ["s"], "instanceRole": "r" } }],
              "jobQueues": [{ "jobQueueName": "whole-q", "priority": 1, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "whole-ce" }] }],
              "jobDefinitions": [{ "jobDefinitionName": "whole-d", "type": "container", "containerProperties": { "image": "i",
                "command": ["sh", "-c", "test Ref::t = $t && test Ref::kind = big && echo Ref::t > ${file:directory}/Ref::t.Ref::p.out"],
                "resourceRequirements": [{ "type": "VCPU", "value": "1" }, { "type": "MEMORY", "value": "32" }] } }],
              "sweeps": [{ "name": "s", "axes": { "t": [250, 300], "p": [1.0, 1.5, 2.0] }, "fixed": { "kind": "big" },
                "jobName": "sim-T{t}-P{p}", "jobQueue": "whole-q", "jobDefinition": "whole-d", "maxConcurrent": 2 }]
            }
            """);
        var run = new WorkloadRun(local.Connection, _reporter);

        var jobs = await RunAsync(run, file);

        Assert.Empty(_reporter.Errors);
        Assert.Equal(6, jobs.Count);
        Assert.All(jobs, job => Assert.Equal(JobStatus.SUCCEEDED, job.Status));
        Assert.All(jobs, job => Assert.Equal(("whole", "x", "whole-q", "whole-d:1"), (job.Workload, job.Tags["team"], job.JobQueue, job.JobDefinition)));
        Assert.Equal(["sim-T250-P1", "sim-T250-P1_5", "sim-T250-P2", "sim-T300-P1", "sim-T300-P1_5", "sim-T300-P2"], jobs.Select(job => job.JobName).Order());
        Assert.Equal(6, Directory.GetFiles(_folder.Path, "*.out").Length);
        var summary = run.ToSummary();
        Assert.Equal(("whole", 6, 6, 0), (summary.Workload, summary.JobCount, summary.Succeeded, summary.Failed));
        Assert.True(MostAtATime(jobs) <= 2, "The limit of the sweep was not kept.");
    }

    [Fact]
    public async Task What_exists_is_used_again_and_a_changed_definition_gets_a_new_revision()
    {
        string Text(string command) => $$"""
            { "workload": { "jobQueue": "local" },
              "jobDefinitions": [{ "jobDefinitionName": "again", "type": "container", "parameters": { "empty": "" }, "containerProperties": { "image": "i", "command": ["{{command}}"],
                "environment": [{ "name": "B", "value": "2" }, { "name": "A", "value": "1" }],
                "resourceRequirements": [{ "type": "VCPU", "value": "1" }, { "type": "MEMORY", "value": "32" }] }, "retryStrategy": { "attempts": 1 }, "tags": { "a": "b" } }],
              "jobs": [{ "jobName": "j", "jobDefinition": "again" }] }
            """;

        var first = Assert.Single(await RunAsync(Load(Text("true"))));
        var second = Assert.Single(await RunAsync(Load(Text("true"))));
        var third = Assert.Single(await RunAsync(Load(Text("/bin/true"))));

        Assert.Equal(["again:1", "again:1", "again:2"], [first.JobDefinition, second.JobDefinition, third.JobDefinition]);
        Assert.Equal("workload", third.Workload);
        Assert.Equal("other", Assert.Single(await RunAsync(Load(Text("true")), new() { Workload = "other" })).Workload);
    }

    [Fact]
    public async Task A_workflow_runs_in_the_order_of_its_dependencies()
    {
        foreach (var name in new[] { "data-preprocessing", "model-training", "model-evaluation" })
            await local.RegisterAsync(name, "test -n \"$INPUT_S3_PATH$DATASET_S3_PATH$EVAL_S3_PATH\"");
        var text = (await File.ReadAllTextAsync(CaseFiles.PathOf("workflow.ml.json"), Cancel))
            .Replace("cpu-job-queue", "local", StringComparison.Ordinal)
            .Replace("gpu-job-queue", "local", StringComparison.Ordinal)
            .Replace("\"GPU\"", "\"VCPU\"", StringComparison.Ordinal);

        var jobs = (await RunAsync(Load(text))).OrderBy(job => job.StartedAt).ToArray();

        Assert.Empty(_reporter.Errors);
        Assert.Equal(["preprocess-dataset-42", "train-model-42", "evaluate-model-42"], jobs.Select(job => job.JobName));
        Assert.Equal([jobs[0].JobId], jobs[1].DependsOn);
        Assert.True(jobs[0].StoppedAt <= jobs[1].StartedAt && jobs[1].StoppedAt <= jobs[2].StartedAt);
    }

    [Fact]
    public async Task A_job_can_wait_for_a_sweep_and_an_array_for_itself_child_by_child()
    {
        await local.RegisterAsync("fan", "true");

        var jobs = await RunAsync(Load("""
            { "workload": { "jobQueue": "local", "jobDefinition": "fan" },
              "jobs": [
                { "jobName": "last", "dependsOn": [{ "jobId": "${points}" }, { "jobId": "${line}" }] },
                { "jobName": "line", "arrayProperties": { "size": 3 }, "dependsOn": [{ "type": "SEQUENTIAL" }] }
              ],
              "sweeps": [{ "name": "points", "axes": { "x": [1, 2, 3] } }] }
            """));

        Assert.Empty(_reporter.Errors);
        Assert.Equal(5, jobs.Count);
        var last = Assert.Single(jobs, job => job.JobName == "last");
        Assert.Equal(jobs.Where(job => job != last).Select(job => job.JobId).Order(), last.DependsOn.Order());
        Assert.All(jobs.Where(job => job != last), job => Assert.True(job.StoppedAt <= last.StartedAt));
    }

    [Fact]
    public async Task What_a_file_names_and_nobody_has_is_told_at_once_and_nothing_is_created()
    {
        var path = _folder.Write("workload.json", """
            { "jobDefinitions": [{ "jobDefinitionName": "never", "type": "container", "containerProperties": { "image": "i", "command": ["true"] } }],
              "jobQueues": [{ "jobQueueName": "never-q", "priority": 1, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "no-ce" }] }],
              "jobs": [
                { "jobName": "a", "jobQueue": "lokal", "jobDefinition": "never" },
                { "jobName": "b", "jobQueue": "local", "jobDefinition": "no-such" }
              ] }
            """);

        var error = await Assert.ThrowsAsync<BatchException>(() => RunAsync(WorkloadFile.Load(path)));

        var lines = error.Message.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"{path}(2,125): the job queue 'never-q' names the compute environment 'no-ce', which is neither in this file nor", lines[0]);
        Assert.StartsWith($"{path}(4,35): There is no job queue 'lokal'", lines[1]);
        Assert.StartsWith($"{path}(5,61): There is no active job definition 'no-such'", lines[2]);
        Assert.DoesNotContain(
            await new JobDefinitions(local.Connection, _reporter).GetAsync(new(), Cancel).ToListAsync(Cancel),
            definition => definition.JobDefinitionName == "never");
        Assert.DoesNotContain(await new JobQueues(local.Connection, _reporter).GetAsync([], Cancel).ToListAsync(Cancel), queue => queue.JobQueueName == "never-q");
    }

    [Fact]
    public async Task A_missing_value_for_a_definition_of_the_engine_is_told_with_its_place()
    {
        await local.RegisterAsync("needs", "echo Ref::dose");
        var path = _folder.Write("workload.json", """{ "jobs": [{ "jobName": "a", "jobQueue": "local", "jobDefinition": "needs" }] }""");

        var error = await Assert.ThrowsAsync<BatchException>(() => RunAsync(WorkloadFile.Load(path)));

        Assert.StartsWith($"{path}(1,68): The job 'a' gives no value for Ref::dose, which the command of the job definition 'needs:1' uses.", error.Message);
    }

    [Fact]
    public async Task A_failing_job_is_yielded_and_summed_up_with_its_reason()
    {
        await local.RegisterAsync("fails", "exit 3");
        var run = new WorkloadRun(local.Connection, _reporter);

        var job = Assert.Single(await RunAsync(run, Load("""{ "jobs": [{ "jobName": "a", "jobQueue": "local", "jobDefinition": "fails" }] }""")));

        Assert.Equal((JobStatus.FAILED, 3), (job.Status, job.ExitCode));
        var summary = run.ToSummary();
        Assert.Equal((1, 0.0), (summary.Failed, summary.SuccessRate));
        Assert.StartsWith("Exit code 3", Assert.Single(summary.Failures).Reason);
    }

    [Fact]
    public async Task When_the_time_is_over_nothing_more_is_submitted_and_what_runs_counts_as_unfinished()
    {
        await local.RegisterAsync("slow", "sleep 30");
        var run = new WorkloadRun(local.Connection, _reporter);

        var jobs = await RunAsync(
            run,
            Load("""{ "workload": { "jobQueue": "local", "jobDefinition": "slow" }, "sweeps": [{ "axes": { "x": [1, 2, 3] }, "maxConcurrent": 1 }] }"""),
            new() { Timeout = TimeSpan.FromSeconds(1) });

        Assert.Empty(jobs);
        Assert.Equal(ErrorKind.Timeout, Assert.Single(_reporter.Errors).Kind);
        var summary = run.ToSummary();
        Assert.Equal((1, 1), (summary.JobCount, summary.Unfinished));
        await new JobStopper(local.Connection, _reporter).StopAsync(Streams.Of(summary.Jobs.Select(job => job.JobId)), new StopOptions(), Cancel).ToListAsync(Cancel);
    }

    [Fact]
    public async Task The_children_of_an_array_are_in_the_summary()
    {
        await local.RegisterAsync("children", "exit $((AWS_BATCH_JOB_ARRAY_INDEX == 2))");
        var run = new WorkloadRun(local.Connection, _reporter);

        Assert.Single(await RunAsync(run, Load("""{ "jobs": [{ "jobName": "a", "jobQueue": "local", "jobDefinition": "children", "arrayProperties": { "size": 4 } }] }""")));

        var summary = run.ToSummary();
        Assert.Equal((4, 3, 1, 4), (summary.JobCount, summary.Succeeded, summary.Failed, summary.RunTime!.Count));
        Assert.StartsWith("Exit code 1", Assert.Single(summary.Failures).Reason);
    }

    [Fact]
    public async Task What_waits_for_a_job_that_was_refused_is_not_submitted()
    {
        await local.RegisterAsync("chain", "true");
        var path = _folder.Write("workload.json", """
            { "workload": { "jobQueue": "local", "jobDefinition": "chain" },
              "jobs": [
                { "jobName": "a", "dependsOn": [{ "jobId": "11111111-2222-3333-4444-555555555555" }] },
                { "jobName": "b", "dependsOn": [{ "jobId": "${a}" }] },
                { "jobName": "c" }
              ] }
            """);

        Assert.Equal("c", Assert.Single(await RunAsync(WorkloadFile.Load(path))).JobName);

        Assert.Equal(2, _reporter.Errors.Count);
        Assert.StartsWith($"{path}(3,5): ", _reporter.Errors[0].Message);
        Assert.Equal(
            $"{path}(4,5): 'b' is not submitted, since 'a', which it waits for, was not submitted whole. Correct that one and run the file again.",
            _reporter.Errors[1].Message);
    }

    [Fact]
    public async Task Breaking_off_ends_the_submission()
    {
        await local.RegisterAsync("quick", "true");
        var run = new WorkloadRun(local.Connection, _reporter);
        var values = string.Join(",", Enumerable.Range(0, 500));

        await foreach (var job in run.RunAsync(
            Load($$"""{ "workload": { "jobQueue": "local", "jobDefinition": "quick" }, "sweeps": [{ "axes": { "x": [{{values}}] }, "maxConcurrent": 2 }] }"""), new(), Cancel))
        {
            Assert.Equal(JobStatus.SUCCEEDED, job.Status);
            break;
        }

        Assert.InRange(run.ToSummary().JobCount, 1, 100);
    }

    [Fact]
    public async Task A_file_without_jobs_creates_what_it_describes()
    {
        var file = WorkloadFile.Load(CaseFiles.PathOf("infrastructure.batch-processor.json"));

        Assert.Empty(await RunAsync(file));

        var queue = Assert.Single(await new JobQueues(local.Connection, _reporter).GetAsync(["batch-processor-high-priority"], Cancel).ToListAsync(Cancel));
        Assert.Equal(["batch-processor-on-demand", "batch-processor-spot"], queue.ComputeEnvironments);
        Assert.Empty(await RunAsync(file));
        Assert.All(
            await new JobDefinitions(local.Connection, _reporter).GetAsync(new() { Names = ["batch-processor-*"] }, Cancel).ToListAsync(Cancel),
            definition => Assert.Equal(1, definition.Revision));
    }

    private Task<List<Job>> RunAsync(WorkloadFile file, WorkloadRunOptions? _options = null) =>
        RunAsync(new WorkloadRun(local.Connection, _reporter), file, _options);

    private static async Task<List<Job>> RunAsync(WorkloadRun run, WorkloadFile file, WorkloadRunOptions? _options = null) =>
        await run.RunAsync(file, _options ?? new() { Timeout = TimeSpan.FromMinutes(1) }, Cancel).ToListAsync(Cancel);

    private WorkloadFile Load(string text) => WorkloadFile.Load(_folder.Write("workload.json", text));

    private static int MostAtATime(IReadOnlyList<Job> jobs) =>
        jobs.Max(one => jobs.Count(other => other.StartedAt <= one.StartedAt && other.StoppedAt > one.StartedAt));
}
