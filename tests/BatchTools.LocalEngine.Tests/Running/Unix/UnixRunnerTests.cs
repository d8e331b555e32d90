using System.Globalization;
using System.Runtime.Versioning;
using BatchTools.LocalEngine.Running;
using BatchTools.LocalEngine.Running.Unix;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Running.Unix;

[UnsupportedOSPlatform("windows")]
public sealed class UnixRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Output_and_errors_keep_their_order()
    {
        var attempt = Attempt("for i in 1 2 3 4 5 6 7 8 9; do echo out$i; echo err$i >&2; done");

        await RunAsync(attempt);

        Assert.Equal(string.Concat(Enumerable.Range(1, 9).Select(number => $"out{number}\nerr{number}\n")), attempt.Output);
    }

    [Fact]
    public async Task A_process_leads_its_own_session_and_ignores_no_signal()
    {
        var attempt = Attempt("cut -d' ' -f5,6 /proc/$$/stat; echo $$; grep -E 'SigBlk|SigIgn' /proc/self/status");

        await RunAsync(attempt);

        var lines = attempt.Output.Split('\n');
        Assert.Equal($"{attempt.ProcessId} {attempt.ProcessId}", lines[0]);
        Assert.Equal(attempt.ProcessId.ToString(CultureInfo.InvariantCulture), lines[1]);
        // The C library keeps signals 32 and 33 for itself.
        Assert.All(lines[2..4], line => Assert.Equal(0UL, ulong.Parse(line.Split('\t')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0x7fff_ffff));
    }

    [Fact]
    public async Task No_descriptor_of_the_engine_is_left_open()
    {
        using var open = File.Open(_folder.File("open"), FileMode.Create);
        var attempt = Attempt("echo ready; exec sleep 1000");
        var running = new UnixJobRunner(_time).Start(attempt);
        await attempt.FirstLineAsync();

        var descriptors = Directory.GetFiles($"/proc/{attempt.ProcessId}/fd").Select(file => Path.GetFileName(file)).Order();
        var input = File.ResolveLinkTarget($"/proc/{attempt.ProcessId}/fd/0", returnFinalTarget: false);
        running.Kill();
        await attempt.EndAsync();

        Assert.Equal(["0", "1", "2"], descriptors);
        Assert.Equal("/dev/null", input!.FullName);
    }

    [Fact]
    public async Task Children_left_in_the_group_end_with_the_main_process()
    {
        var attempt = Attempt("sleep 1000 & echo $!");

        var end = await RunAsync(attempt);

        Assert.Equal(0, end.ExitCode);
        await RunnerTests.AssertGoneAsync(Number(attempt.Output));
    }

    [Fact]
    public async Task A_child_that_left_the_session_and_holds_the_output_is_found_by_its_mark()
    {
        var attempt = Attempt("setsid sh -c 'echo $$; exec sleep 1000' & sleep 0.2");
        attempt.Variables[AttemptMark.Variable] = AttemptMark.OfAttempt(Guid.NewGuid().ToString("N"), "attempt");

        var end = await RunAsync(attempt);

        Assert.Equal(0, end.ExitCode);
        await RunnerTests.AssertGoneAsync(Number(attempt.Output));
    }

    [Fact]
    public async Task Stopping_reaches_the_whole_group_with_a_term_first()
    {
        var attempt = Attempt("trap 'echo bye; exit 9' TERM; (trap 'echo child' TERM; echo ready; while :; do sleep 0.01; done) & while :; do sleep 0.01; done");
        var running = new UnixJobRunner(_time).Start(attempt);
        await attempt.FirstLineAsync();

        running.Stop();
        var end = await attempt.EndAsync();

        Assert.Equal(9, end.ExitCode);
        Assert.Contains("bye\n", attempt.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sub/../")]
    public async Task A_path_is_taken_from_the_working_folder(string prefix)
    {
        Directory.CreateDirectory(_folder.File("sub"));
        Script("tool", "#!/bin/sh\necho found");

        var attempt = new RecordedAttempt(_folder.Path, [$"./{prefix}tool"]);

        Assert.Equal(0, (await RunAsync(attempt)).ExitCode);
        Assert.Equal("found\n", attempt.Output);
    }

    [Fact]
    public async Task A_program_is_searched_in_the_jobs_own_path()
    {
        Directory.CreateDirectory(_folder.File("bin"));
        Script("bin/batchtools-tool", "#!/bin/sh\necho \"found $1\"");
        var attempt = new RecordedAttempt(_folder.Path, ["batchtools-tool", "it"]);
        attempt.Variables["PATH"] = $"/nowhere:{_folder.File("bin")}:/usr/bin:/bin";

        Assert.Equal(0, (await RunAsync(attempt)).ExitCode);
        Assert.Equal("found it\n", attempt.Output);
    }

    [Theory]
    [InlineData("./none", "no such file or directory")]
    [InlineData("./plain", "permission denied")]
    [InlineData("none", "no such file or directory")]
    public async Task What_cannot_be_executed_says_why(string command, string reason)
    {
        await File.WriteAllTextAsync(_folder.File("plain"), "no program", TestContext.Current.CancellationToken);

        var end = await RunAsync(new RecordedAttempt(_folder.Path, [command]));

        Assert.StartsWith($"exec: \"{command}\": ", end.StartFault, StringComparison.Ordinal);
        Assert.EndsWith(reason, end.StartFault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_working_folder_is_named()
    {
        var end = await RunAsync(new RecordedAttempt(_folder.File("gone"), ["true"]));

        Assert.Equal($"working directory \"{_folder.File("gone")}\": no such file or directory", end.StartFault);
    }

    [Fact]
    public async Task A_child_that_was_not_waited_for_leaves_no_zombie()
    {
        var attempt = Attempt("true");

        await RunAsync(attempt);

        Assert.False(Directory.Exists($"/proc/{attempt.ProcessId}"));
    }

    private static int Number(string text) => int.Parse(text.Trim(), CultureInfo.InvariantCulture);

    private RecordedAttempt Attempt(string script) => new(_folder.Path, ["sh", "-c", script]);

    private Task<AttemptEnd> RunAsync(RecordedAttempt attempt)
    {
        new UnixJobRunner(_time).Start(attempt);
        return attempt.EndAsync();
    }

    private void Script(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        File.SetUnixFileMode(_folder.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
