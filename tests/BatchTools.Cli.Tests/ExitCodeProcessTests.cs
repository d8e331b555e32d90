using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests;

/// <summary>The codes as a script sees them: of real processes, against an engine that another process serves.</summary>
public sealed class ExitCodeProcessTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private BatchToolsProcess? _server;

    public async ValueTask InitializeAsync()
    {
        _server = BatchToolsProcess.Start("serve", "--port", "0", "--data", _folder.Data);
        await _server.ReadLineAsync();
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Zero_when_all_jobs_succeeded_and_one_when_some_failed()
    {
        Assert.Equal(0, await CodeAsync("submit", File("good.json", "true"), "--workload", "good"));
        Assert.Equal(0, await CodeAsync("wait", "--workload", "good"));
        Assert.Equal(1, await CodeAsync("run", File("bad.json", "exit 9"), "--workload", "bad", "--quiet"));
        Assert.Equal(1, await CodeAsync("wait", "--workload", "bad", "--json"));
        Assert.Equal(0, await CodeAsync("report", "--workload", "bad", "--format", "markdown"));
    }

    [Fact]
    public async Task Two_for_bad_input_and_usage()
    {
        Assert.Equal(2, await CodeAsync("wait"));
        Assert.Equal(2, await CodeAsync("wait", "--workload", "none-of-that-name"));
        Assert.Equal(2, await CodeAsync("submit", _folder.Write("hash.json", "{ # no\n}")));
        Assert.Equal(2, await CodeAsync("submit", _folder["missing.json"]));
    }

    [Fact]
    public async Task Three_when_the_time_ran_out_and_the_jobs_go_on()
    {
        var file = File("slow.json", "sleep 600");

        Assert.Equal(3, await CodeAsync("submit", file, "--monitor", "--workload", "slow", "--timeout-minutes", "0.02"));
        Assert.Equal(0, await CodeAsync("stop", "--workload", "slow", "--wait"));
    }

    [Fact]
    public async Task Four_when_the_service_cannot_be_reached_or_there_are_no_credentials()
    {
        Assert.Equal(4, await CodeOfAsync("jobs", "--profile", "no-such-profile-here", "--region", "us-east-1"));
        Assert.Equal(4, await CodeAsync("wait", "--workload", "w", "--runner", "simulated"));
    }

    [Fact]
    public async Task A_hundred_and_thirty_when_interrupted_and_the_jobs_go_on_at_the_server()
    {
        var started = Signal.At(_folder["started"]);
        using var process = BatchToolsProcess.Start("submit", File("slow.json", $"echo > {started.Path}; sleep 600"), "--monitor", "--workload", "slow", "--data", _folder.Data);
        await started.WaitAsync();
        process.Interrupt();

        Assert.Equal(130, await process.EndAsync());
        Assert.Contains($"batchtools wait --workload slow --data {_folder.Data}", process.Error);
        Assert.Equal(3, await CodeAsync("wait", "--workload", "slow", "--timeout", "0.2s"));
    }

    private string File(string name, string script) => _folder.Write(name, Workloads.OfScripts(("job", script)));

    private Task<int> CodeAsync(params string[] arguments) => CodeOfAsync([.. arguments, "--data", _folder.Data]);

    private static async Task<int> CodeOfAsync(params string[] arguments)
    {
        using var process = BatchToolsProcess.Start(arguments);
        return await process.EndAsync();
    }
}
