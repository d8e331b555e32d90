using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Running;

/// <summary>One workload file on each runner.</summary>
public sealed class RunnersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task The_file_passes_on_processes() => PassesAsync("--runner", "process");

    [Fact]
    public Task The_same_file_passes_on_containers() => PassesAsync(["--runner", "container", .. Containers.Options()]);

    [Fact]
    public Task The_same_file_passes_simulated() => PassesAsync("--runner", "simulated");

    [Fact]
    public async Task Processes_and_containers_say_the_same_of_a_job_that_fails()
    {
        var options = Containers.Options();
        var process = await RunAsync("1", "exit 3", "--runner", "process");
        var container = await RunAsync("1", "exit 3", ["--runner", "container", .. options]);

        Assert.Equal((ExitCode.JobsFailed, ExitCode.JobsFailed), (process.ExitCode, container.ExitCode));
        Assert.Matches(@"last\s+FAILED\s+\S+ s\s+3\s", process.Output);
        Assert.Matches(@"last\s+FAILED\s+\S+ s\s+3\s", container.Output);
    }

    [Fact]
    public async Task A_lost_host_is_told()
    {
        var run = await RunAsync("2", "true", "--fault", "spot=1", "--seed", "3");

        Assert.Equal(ExitCode.JobsFailed, run.ExitCode);
        Assert.Matches(@"greet \(\S+\) failed: .*Host EC2 \(instance i-", run.Output);
    }

    private async Task PassesAsync(params string[] options)
    {
        var run = await RunAsync("1", "seq 1 3 | sort -r", options);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("5 jobs: 5 succeeded, 0 failed", run.Output);
    }

    private Task<CliRun> RunAsync(string attempts, string script, params string[] options)
    {
        var file = _folder.Write("steps.json", $$"""
            {
              "workload": { "name": "steps" },
              "jobDefinitions": [{
                "jobDefinitionName": "shell", "type": "container", "retryStrategy": { "attempts": {{attempts}} },
                "containerProperties": {
                  "image": "{{Containers.Image}}", "command": ["sh", "-c", "Ref::script"],
                  "environment": [{ "name": "GREETING", "value": "hello world" }, { "name": "BATCHTOOLS_SIMULATED_DURATION", "value": "2h" }],
                  "resourceRequirements": [{ "type": "VCPU", "value": "0.5" }, { "type": "MEMORY", "value": "32" }]
                }
              }],
              "jobs": [
                { "jobName": "greet", "jobQueue": "local", "jobDefinition": "shell", "parameters": { "script": "test \"$GREETING\" = 'hello world'" } },
                { "jobName": "parts", "jobQueue": "local", "jobDefinition": "shell", "arrayProperties": { "size": 3 }, "dependsOn": [{ "jobId": "${greet}" }],
                  "parameters": { "script": "test $AWS_BATCH_JOB_ARRAY_INDEX -lt 3 && test -n \"$AWS_BATCH_JOB_ID\"" } },
                { "jobName": "last", "jobQueue": "local", "jobDefinition": "shell", "dependsOn": [{ "jobId": "${parts}" }], "parameters": { "script": "{{script}}" } }
              ]
            }
            """);
        return CliRun.OfAsync(["run", file, "--local", "--data", Path.Combine(_folder.Data, Guid.NewGuid().ToString("N")), .. options]);
    }
}
