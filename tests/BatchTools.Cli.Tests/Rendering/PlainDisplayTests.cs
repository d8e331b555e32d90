using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Rendering;

public sealed class PlainDisplayTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Progress_is_a_line_now_and_then_and_one_at_the_end_for_those_who_ask_for_details()
    {
        var display = Display(verbose: true);
        for (var finished = 0; finished <= 100; finished++)
        {
            display.Progress(new ProgressUpdate("Waiting", $"{finished} finished", finished / 100.0, TimeSpan.FromSeconds(12), Completed: finished == 100));
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.Equal(
            ["batchtools: Waiting: 0% 0 finished, about 12 s left", "batchtools: Waiting: 50% 50 finished, about 12 s left", "batchtools: Waiting: 100% 100 finished"],
            Lines(_error));
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void Where_nobody_watches_a_terminal_there_is_no_progress()
    {
        Display().Progress(new ProgressUpdate("Waiting", "1 of 2", 0.5));

        Assert.Equal(("", ""), (_output.ToString(), _error.ToString()));
    }

    [Fact]
    public void Each_activity_has_its_own_lines()
    {
        var display = Display(verbose: true);
        display.Progress(new ProgressUpdate("Submitting", "1 of 2", 0.5));
        display.Progress(new ProgressUpdate("Waiting", "0 of 2", null));

        Assert.Equal(["batchtools: Submitting: 50% 1 of 2", "batchtools: Waiting: 0 of 2"], Lines(_error));
    }

    [Fact]
    public void Errors_and_warnings_are_lines_of_the_error_output_and_errors_are_kept()
    {
        var display = Display();
        display.Error(BatchException.For("InvalidJobId", ErrorKind.InvalidInput, "x", "x\ny"));
        display.Warning("careful");
        display.Verbose("not asked for");

        Assert.Collection(Lines(_error), line => Assert.Contains("'x y'", line), line => Assert.Equal("batchtools: warning: careful", line));
        Assert.Equal(ErrorKind.InvalidInput, Assert.Single(display.Errors).Kind);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void Details_are_told_to_those_who_ask()
    {
        Display(verbose: true).Verbose("creating");

        Assert.Equal(["batchtools: creating"], Lines(_error));
    }

    [Fact]
    public void A_quiet_command_drops_warnings_and_keeps_errors()
    {
        var display = RunDisplay.For(Terminal.On(_output, _error).With(new OutputStyle { Quiet = true }), _time);
        display.Warning("careful");
        display.Error(BatchException.For("InvalidJobId", ErrorKind.InvalidInput, "x", "x"));

        Assert.Contains("'x'", Assert.Single(Lines(_error)));
    }

    [Fact]
    public void With_JSON_notes_are_objects_too()
    {
        var display = RunDisplay.For(Terminal.On(_output, _error).With(new OutputStyle { Json = true }), _time);
        display.Warning("care\nful");
        display.Error(BatchException.For("InvalidJobId", ErrorKind.InvalidInput, "x", "x"));

        Assert.Collection(
            Lines(_error),
            line => Assert.Equal("""{"type":"warning","message":"care\nful"}""", line),
            line => Assert.StartsWith("""{"type":"error","errorId":"InvalidJobId","message":""", line));
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private RunDisplay Display(bool verbose = false) => RunDisplay.For(Terminal.On(_output, _error).With(new OutputStyle { Verbose = verbose }), _time);

    private static string[] Lines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
