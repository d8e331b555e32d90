using System.Text;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Running.Unix;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running;

/// <summary>What both runners of processes do. The one for Windows runs here too.</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public static TheoryData<string> Runners => ["unix", "unix of old", "process"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Runners))]
    public async Task A_process_runs_in_its_folder_with_its_variables_and_nothing_else(string runner)
    {
        var attempt = new RecordedAttempt(_folder.Path, ["sh", "-c", "pwd; env | cut -d= -f1 | grep -v -e '^_$' -e SHLVL -e PWD | sort; echo \"$GREETING\"; cat"]);
        attempt.Variables["GREETING"] = "grüße";

        var end = await RunAsync(runner, attempt);

        Assert.Equal(new AttemptEnd(0, null), end);
        Assert.Equal($"{_folder.Path}\nGREETING\nPATH\ngrüße\n", attempt.Output);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task Exit_codes_come_through(string runner)
    {
        Assert.Equal(0, (await RunAsync(runner, new(_folder.Path, ["true"]))).ExitCode);
        Assert.Equal(7, (await RunAsync(runner, new(_folder.Path, ["sh", "-c", "exit 7"]))).ExitCode);
        Assert.Equal(255, (await RunAsync(runner, new(_folder.Path, ["sh", "-c", "exit 255"]))).ExitCode);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task A_signal_is_128_and_its_number(string runner)
    {
        Assert.Equal(137, (await RunAsync(runner, new(_folder.Path, ["sh", "-c", "kill -9 $$"]))).ExitCode);
        Assert.Equal(143, (await RunAsync(runner, new(_folder.Path, ["sh", "-c", "kill -15 $$"]))).ExitCode);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task A_job_without_a_command_is_told_to_give_one(string runner)
    {
        var none = await RunAsync(runner, new(_folder.Path, []));
        var empty = await RunAsync(runner, new(_folder.Path, [""]));

        Assert.Contains("give 'command' in the job definition or in containerOverrides", none.StartFault, StringComparison.Ordinal);
        Assert.Contains("names no program", empty.StartFault, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task A_program_that_is_not_there_cannot_be_started(string runner)
    {
        var end = await RunAsync(runner, new(_folder.Path, ["no-such-program"]));

        Assert.Null(end.ExitCode);
        Assert.StartsWith("exec: \"no-such-program\":", end.StartFault, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task Killing_ends_the_process_and_its_children(string runner)
    {
        var attempt = new RecordedAttempt(_folder.Path, ["sh", "-c", "sleep 1000 & echo $!; wait"]);
        var running = Make(runner).Start(attempt);
        var child = int.Parse(await attempt.FirstLineAsync(), System.Globalization.CultureInfo.InvariantCulture);

        running.Kill();
        var end = await attempt.EndAsync();

        Assert.Equal(137, end.ExitCode);
        await AssertGoneAsync(child);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task What_stands_still_after_a_stop_is_killed_30_seconds_later(string runner)
    {
        var attempt = new RecordedAttempt(_folder.Path, ["sh", "-c", "trap '' TERM; echo ready; sleep 1000 & wait; wait; sleep 1000"]);
        var running = Make(runner).Start(attempt);
        await attempt.FirstLineAsync();

        running.Stop();
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(attempt.HasEnded);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(137, (await attempt.EndAsync()).ExitCode);
        Assert.Equal(0, _time.Waiting);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task Much_output_comes_whole(string runner)
    {
        var attempt = new RecordedAttempt(_folder.Path, ["sh", "-c", "seq 1 200000"]);

        await RunAsync(runner, attempt);

        var expected = new StringBuilder();
        for (var number = 1; number <= 200_000; number++)
            expected.Append(number).Append('\n');
        Assert.Equal(expected.ToString(), attempt.Output);
    }

    [Theory, MemberData(nameof(Runners))]
    public async Task Many_run_at_once(string runner)
    {
        var attempts = Enumerable.Range(0, 50).Select(number => new RecordedAttempt(_folder.Path, ["sh", "-c", $"echo {number}"])).ToList();
        var made = Make(runner);

        foreach (var attempt in attempts)
            made.Start(attempt);
        foreach (var attempt in attempts)
            await attempt.EndAsync();

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}\n"), attempts.Select(attempt => attempt.Output));
    }

    internal static async Task AssertGoneAsync(int processId)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (IsAlive(processId))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"Process {processId} still runs.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    // A zombie that nobody has taken off the table yet runs no more.
    private static bool IsAlive(int processId)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{processId}/stat");
            return status[(status.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private IJobRunner Make(string runner) => runner switch
    {
        "unix" => new UnixJobRunner(_time),
        "process" => new ProcessJobRunner(_time),
        _ => new UnixJobRunner(_time, new UnixFeatures(ProcessDescriptors: false, SpawnDirectory: false)),
    };

    private Task<AttemptEnd> RunAsync(string runner, RecordedAttempt attempt)
    {
        Make(runner).Start(attempt);
        return attempt.EndAsync();
    }
}
