using System.Diagnostics;
using System.Text.Json;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Running;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task When_all_jobs_succeed_the_code_is_0_and_the_table_and_totals_say_so()
    {
        var run = await RunAsync([("first", "echo 1"), ("second", "echo 2")]);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("scripts: 2 jobs on the local engine", run.Output);
        Assert.Matches(@"first\s+SUCCEEDED\s+\S+ s\s+0\s", run.Output);
        Assert.Matches(@"second\s+SUCCEEDED\s+\S+ s\s+0\s", run.Output);
        Assert.Contains("2 jobs: 2 succeeded, 0 failed", run.Output);
    }

    [Fact]
    public async Task One_failing_job_makes_the_code_1_and_shows_its_reason_and_last_log_lines()
    {
        var run = await RunAsync([("good", "echo 1"), ("bad", "for i in $(seq 1 30); do echo step $i; done; echo out of coffee >&2; exit 3")]);

        Assert.Equal(ExitCode.JobsFailed, run.ExitCode);
        Assert.Matches(@"bad\s+FAILED\s+\S+ s\s+3\s", run.Output);
        Assert.Matches(@"bad \(\S+\) failed: .*Exit code 3", run.Output);
        Assert.Contains("| step 30", run.Output);
        Assert.Contains("| out of coffee", run.Output);
        Assert.DoesNotContain("| step 15", run.Output);
        Assert.Contains("2 jobs: 1 succeeded, 1 failed", run.Output);
    }

    [Fact]
    public async Task Of_a_failed_array_the_children_that_failed_are_shown()
    {
        var array = Workloads.OfScripts(("array", "echo I am $AWS_BATCH_JOB_ARRAY_INDEX; exit $((AWS_BATCH_JOB_ARRAY_INDEX % 2))"))
            .Replace("\"jobName\":", "\"arrayProperties\":{\"size\":4},\"jobName\":", StringComparison.Ordinal);

        var run = await RunFileAsync(_folder.Write("array.json", array));

        Assert.Equal(ExitCode.JobsFailed, run.ExitCode);
        Assert.Matches(@"array:1 \(\S+:1\) failed", run.Output);
        Assert.Matches(@"array:3 \(\S+:3\) failed", run.Output);
        Assert.Contains("| I am 3", run.Output);
        Assert.DoesNotContain("| I am 2", run.Output);
        Assert.Contains("4 jobs: 2 succeeded, 2 failed", run.Output);
    }

    [Fact]
    public async Task A_parameter_of_the_file_gets_its_value_from_the_command_line()
    {
        var file = _folder.Write("flow.yaml", """
            parameters: { who: { allowedValues: [world, a=b] } }
            jobDefinitions: [{ jobDefinitionName: hi, type: container, containerProperties: { image: i, command: [sh, -c, 'test "${param:who}" = a=b'], vcpus: 1, memory: 16 } }]
            jobs: [{ jobName: one, jobQueue: local, jobDefinition: hi }]
            """);

        var run = await RunFileAsync(file, "--param", "who=a=b");
        var unknown = await RunFileAsync(file, "--param", "who=wordl");
        var wrong = await RunFileAsync(file, "--param", "who");

        Assert.Equal((ExitCode.Success, ExitCode.BadInput, ExitCode.BadInput), (run.ExitCode, unknown.ExitCode, wrong.ExitCode));
        Assert.Contains("flow.yaml(1,15): 'wordl' is not allowed for the parameter 'who'. Did you mean 'world'?", unknown.Error);
        Assert.Contains("'who' is no assignment: write name=value", wrong.Error);
    }

    [Theory]
    [InlineData(new string[0], "1 step was left out: 'repair', as 'works' succeeded.\n", "")]
    [InlineData(new[] { "--quiet" }, "", "")]
    [InlineData(new[] { "--json" }, "", """{"type":"note","message":"1 step was left out: 'repair', as 'works' succeeded."}""")]
    public async Task Steps_that_were_left_out_are_told_in_one_line(string[] style, string output, string error)
    {
        var text = Workloads.OfScripts(("works", "true"), ("repair", "true"))
            .Replace("\"jobName\":\"repair\"", "\"dependsOn\":\"works\",\"after\":\"notok\",\"jobName\":\"repair\"", StringComparison.Ordinal);

        var run = await RunFileAsync(_folder.Write("repair.json", text), style);

        Assert.Equal((ExitCode.Success, error), (run.ExitCode, run.Error.TrimEnd()));
        Assert.EndsWith(output, run.Output);
        Assert.Equal(output.Length > 0, run.Output.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reports_are_written_in_the_format_of_their_names()
    {
        var run = await RunAsync([("only", "echo 1")], "--report", _folder["r.html"], "--report", _folder["r.json"], "--report", _folder["r.csv"], "--cost");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("<html", await ReadAsync("r.html"));
        Assert.Contains("only", await ReadAsync("r.csv"));
        using var json = JsonDocument.Parse(await ReadAsync("r.json"));
        Assert.False(json.RootElement.GetProperty("jobs")[0].GetProperty("cost").GetProperty("charged").GetBoolean());
        Assert.Contains("Cost, as if on AWS: ", run.Output);
        Assert.Contains($"Report: {_folder["r.json"]}", run.Output);
    }

    [Fact]
    public async Task A_report_of_no_known_format_is_refused_before_anything_runs()
    {
        var run = await RunAsync([("only", $"touch {_folder["ran"]}")], "--report", _folder["r.docx"]);

        AssertRefused(run, "r.docx", ".html");
        Assert.False(File.Exists(_folder["ran"]));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_line()
    {
        AssertRefused(await RunFileAsync(_folder["missing.json"]), "missing.json");
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_is_one_line_with_line_and_column()
    {
        var file = _folder.Write("bad.json", "{\n  \"jobs\": [ # a comment\n  ]\n}\n");

        AssertRefused(await RunFileAsync(file), "bad.json", "(2,13)", "#");
    }

    [Fact]
    public async Task An_unknown_member_is_one_line_with_its_place_and_the_nearest_right_name()
    {
        var file = _folder.Write("bad.json", """
            {
              "jobs": [{ "jobName": "a", "jobQueue": "local", "jobDefinition": "shell", "parametres": {} }]
            }
            """);

        AssertRefused(await RunFileAsync(file), "bad.json(2,", "'parametres'", "'parameters'");
    }

    [Fact]
    public async Task Several_faults_of_a_file_are_a_line_each()
    {
        var file = _folder.Write("bad.json", """{ "jobs": [{ "jobName": "a" }] }""");

        var run = await RunFileAsync(file);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Collection(
            run.ErrorLines.Order(),
            line => Assert.Contains("'jobDefinition'", line),
            line => Assert.Contains("'jobQueue'", line));
        Assert.All(run.ErrorLines, line => Assert.Contains("bad.json(1,", line));
    }

    [Theory]
    [InlineData("\"jobQueue\":\"local\"", "\"jobQueue\":\"nowhere\"", "nowhere")]
    [InlineData("\"jobDefinition\":\"shell\"", "\"jobDefinition\":\"nothing\"", "nothing")]
    [InlineData("\"script\":\"echo 1\"", "\"other\":\"echo 1\"", "script")]
    public async Task What_does_not_fit_together_is_refused_and_nothing_is_submitted(string right, string wrong, string named)
    {
        var good = Workloads.OfScripts(("first", "echo 0"), ("second", "echo 1"));
        Assert.Contains(right, good);
        // Only the last job is wrong, and the first is not submitted either.
        var place = good.LastIndexOf(right, StringComparison.Ordinal);
        var file = _folder.Write("wrong.json", string.Concat(good.AsSpan(0, place), wrong, good.AsSpan(place + right.Length)));

        AssertRefused(await RunFileAsync(file), named);
        var jobs = await RunAsync([("probe", "true")]);
        Assert.Contains("1 job:", jobs.Output);
    }

    [Fact]
    public async Task A_command_that_cannot_start_fails_its_job_and_is_named()
    {
        var file = _folder.Write("wrong.json", Workloads.OfScripts(("only", "x")).Replace("\"sh\",\"-c\",", "\"/no/such/program\",", StringComparison.Ordinal));

        var run = await RunFileAsync(file);

        Assert.Equal(ExitCode.JobsFailed, run.ExitCode);
        Assert.Contains("/no/such/program", run.Output);
    }

    [Fact]
    public async Task When_the_time_limit_runs_out_the_code_is_3_and_the_table_shows_what_is_done()
    {
        var run = await RunAsync([("quick", "echo 1"), ("slow", "sleep 600")], "--timeout", "3s");

        Assert.Equal(ExitCode.TimedOut, run.ExitCode);
        Assert.Matches(@"had not finished after .*, such as slow \(\S+\)\.", run.Error);
        Assert.Matches("Take them up again with: batchtools wait --workload scripts --data ", run.Output);
        Assert.Matches(@"quick\s+SUCCEEDED", run.Output);
        Assert.Matches(@"slow\s+RUNNING", run.Output);
        Assert.Contains("1 unfinished", run.Output);
        Assert.NotEmpty(run.ErrorLines);
    }

    [Fact]
    public async Task An_interruption_gives_130_and_says_how_to_go_on()
    {
        using var interrupt = new CancellationTokenSource();
        var started = Signal.At(_folder["started"]);
        var file = _folder.Write("slow.json", Workloads.OfScripts(("slow", $"echo > {started.Path}; sleep 600")));
        var running = CliRun.OfAsync(interrupt.Token, "run", file, "--local", "--data", _folder.Data);
        await started.WaitAsync();
        await interrupt.CancelAsync();

        var run = await running;

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("interrupted: 0 of the 1 job", run.Error);
        Assert.Contains($"batchtools serve --data {_folder.Data}", run.Error);
    }

    [Fact]
    public async Task An_interruption_before_all_is_submitted_says_with_which_command_to_submit_the_rest()
    {
        using var interrupt = new CancellationTokenSource();
        var started = Signal.At(_folder["started"]);
        var script = $"echo > {started.Path}; sleep ${{param:time}}"; // either may have its turn first
        var file = _folder.Write("slow.json", Workloads.OfScripts(("slow", script), ("next", script))
            .Replace("{\"workload\"", "{\"parameters\":{\"time\":{}},\"workload\"", StringComparison.Ordinal));
        var running = CliRun.OfAsync(interrupt.Token, "run", file, "--data", _folder.Data, "--param", "time=600", "--throttle-limit", "1");
        await started.WaitAsync();
        await interrupt.CancelAsync();

        var run = await running;

        Assert.Contains($"'batchtools run {file} --resume --param time=600 --data {_folder.Data}' submits what is missing", run.Error);
    }

    [Fact]
    public async Task Control_C_ends_the_process_with_130_and_its_jobs_with_it()
    {
        var started = Signal.At(_folder["started"]);
        var file = _folder.Write("slow.json", Workloads.OfScripts(("slow", $"echo $$ > {_folder["pid"]}; echo > {started.Path}; exec sleep 600")));
        using var process = BatchToolsProcess.Start("run", file, "--local", "--data", _folder.Data);
        await started.WaitAsync();

        process.Interrupt();
        var code = await process.EndAsync();

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Contains("interrupted", process.Error);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(_folder["pid"]))));
    }

    [Fact]
    public async Task Without_credentials_for_AWS_the_code_is_4_and_the_line_says_what_to_do()
    {
        var file = _folder.Write("any.json", Workloads.OfScripts(("only", "echo 1")));

        var run = await CliRun.OfAsync("run", file, "--profile", "no-such-profile-here", "--region", "us-east-1");

        Assert.Equal(ExitCode.Service, run.ExitCode);
        Assert.Contains("no-such-profile-here", Assert.Single(run.ErrorLines));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertRefused(CliRun run, params string[] parts)
    {
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.All(parts, part => Assert.Contains(part, line));
        Assert.DoesNotContain("   at ", run.Error);
    }

    private Task<CliRun> RunAsync((string Name, string Script)[] jobs, params string[] options) =>
        RunFileAsync(_folder.Write("workload.json", Workloads.OfScripts(jobs)), options);

    private Task<CliRun> RunFileAsync(string file, params string[] options) =>
        CliRun.OfAsync(["run", file, "--local", "--data", _folder.Data, .. options]);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(_folder[name], TestContext.Current.CancellationToken);
}
