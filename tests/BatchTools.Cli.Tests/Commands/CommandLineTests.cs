using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("'bogus'", "bogus")]
    [InlineData("'--bogus'", "run", "file.json", "--bogus")]
    [InlineData("'second.json'", "run", "first.json", "second.json")]
    [InlineData("'run'", "run")]
    [InlineData("--local", "run", "file.json", "--local", "--profile", "prod")]
    [InlineData("--local", "run", "file.json", "--local", "--region", "us-east-1")]
    [InlineData("--data", "run", "file.json", "--data", "folder", "--region", "us-east-1")]
    [InlineData("--endpoint", "jobs", "--local", "--endpoint", "http://127.0.0.1:7300")]
    [InlineData("'nowhere' is no address", "jobs", "--endpoint", "nowhere")]
    [InlineData("--workload NAME, or --job ID", "wait")]
    [InlineData("--workload NAME, or --job ID", "logs", "--workload", "w", "--job", "x")]
    [InlineData("--timeout goes with --monitor", "submit", "file.json", "--timeout", "4h")]
    [InlineData("--timeout and --timeout-minutes", "wait", "--workload", "w", "--timeout", "4h", "--timeout-minutes", "3")]
    [InlineData("'-3' is no number of minutes", "wait", "--workload", "w", "--timeout-minutes", "-3")]
    [InlineData("'DONE' is no state of a job", "jobs", "--status", "FAILED", "DONE")]
    [InlineData("'0' is no number from 1 on", "logs", "--workload", "w", "--tail", "0")]
    [InlineData("'pdf' is no format", "report", "--workload", "w", "--format", "pdf")]
    [InlineData("a table goes to the output", "report", "--workload", "w", "--format", "table", "--output", "x")]
    [InlineData("--quiet and --verbose", "jobs", "--quiet", "--verbose")]
    [InlineData("'soon'", "run", "file.json", "--timeout", "soon")]
    [InlineData("--runner", "run", "file.json", "--runner", "container", "--region", "us-east-1")]
    [InlineData("--fault", "run", "file.json", "--fault", "spot=1", "--profile", "prod")]
    [InlineData("'cloud' is no runner: give process, container or simulated", "serve", "--runner", "cloud")]
    [InlineData("'spots' is no fault that the local engine knows. It knows spot, slow-start, throttle, error (or 5xx), lost-reply", "serve", "--fault", "spots=0.1")]
    [InlineData("'throttle' is given twice", "serve", "--fault", "throttle=0.1", "--fault", "throttle=0.2")]
    [InlineData("'x'", "serve", "--seed", "x")]
    [InlineData("'70000'", "serve", "--port", "70000")]
    [InlineData("'-1'", "serve", "--port=-1")]
    [InlineData("command", new string[0])]
    public async Task Wrong_usage_is_one_line_that_names_the_fault_and_the_help(string named, params string[] arguments)
    {
        var run = await CliRun.OfAsync(arguments);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.Contains(named, line);
        Assert.Contains("--help", line);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Help_names_every_command_and_exit_code()
    {
        var run = await CliRun.OfAsync("--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.All(["run", "plan", "register", "submit", "wait", "jobs", "logs", "stop", "report", "serve", "130", "time limit"], part => Assert.Contains(part, run.Output));
    }

    [Theory]
    [InlineData("run", "--profile", "--region", "--report", "--data", "--workload", "--timeout", "--runner", "--container-arg", "--fault", "--seed", "--retention", "Examples:")]
    [InlineData("submit", "--monitor", "--output", "--workload", "--timeout-minutes", "--json", "--quiet", "--endpoint", "Examples:")]
    [InlineData("plan", "FILE", "--workload", "--json", "--quiet", "--endpoint", "Examples:")]
    [InlineData("register", "FILE", "--json", "--quiet", "--endpoint", "Examples:")]
    [InlineData("wait", "--workload", "--job", "--timeout-minutes", "--json", "--quiet", "--data", "Examples:")]
    [InlineData("jobs", "--workload", "--queue", "--status", "--name", "--definition", "--json", "--quiet", "--profile", "Examples:")]
    [InlineData("logs", "--workload", "--job", "--follow", "--tail", "--json", "--quiet", "--region", "Examples:")]
    [InlineData("stop", "--workload", "--job", "--reason", "--wait", "--json", "--quiet", "--local", "Examples:")]
    [InlineData("report", "--workload", "--job", "--format", "--output", "--json", "--quiet", "--data", "Examples:")]
    [InlineData("serve", "--port", "--data", "7300", "--runner", "--container-arg", "--fault", "--seed", "--processors", "--memory", "--gpus", "--retention", "Examples:")]
    public async Task Help_of_a_command_names_its_options_and_shows_examples(string command, params string[] parts)
    {
        var run = await CliRun.OfAsync(command, "--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(parts, part => Assert.Contains(part, run.Output));
    }

    [Fact]
    public async Task The_version_is_the_manifests()
    {
        var run = await CliRun.OfAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", run.Output);
    }
}
