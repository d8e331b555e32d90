using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;
using BatchTools.Cli.Tests.Support;
using Spectre.Console;

namespace BatchTools.Cli.Tests.Rendering;

public sealed class LiveDisplayTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void It_draws_bar_status_and_times()
    {
        var time = new ManualTimeProvider();
        var board = new ActivityBoard(time);
        board.Set(new ProgressUpdate("Waiting for jobs", "4 RUNNING, 6 SUCCEEDED", 0.6, TimeSpan.FromSeconds(20)));
        time.Advance(TimeSpan.FromSeconds(3));

        Terminal(sharesScreen: true).Console.Write(board.Draw());

        var text = _output.ToString();
        Assert.All(["Waiting for jobs", "60%", "20 s left", "4 RUNNING, 6 SUCCEEDED", "3 s"], part => Assert.Contains(part, text));
    }

    [Fact]
    public void An_activity_that_is_done_makes_room_for_another()
    {
        var board = new ActivityBoard(TimeProvider.System);
        board.Set(new ProgressUpdate("Submitting", "all", 1, Completed: true));
        board.Set(new ProgressUpdate("Waiting", "some", 0.5));

        Terminal(sharesScreen: true).Console.Write(board.Draw());

        Assert.DoesNotContain("Submitting", _output.ToString());
        Assert.Contains("Waiting", _output.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_goes_above_the_bars_or_to_an_error_output_of_its_own(bool sharesScreen)
    {
        var display = RunDisplay.For(Terminal(sharesScreen), TimeProvider.System);

        await display.ShowAsync(() =>
        {
            display.Warning("careful");
            return Task.CompletedTask;
        });

        Assert.Equal(sharesScreen, _output.ToString().Contains("careful", StringComparison.Ordinal));
        Assert.Equal(!sharesScreen, _error.ToString().Contains("careful", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_line_above_the_display_stays_also_before_there_is_any_progress()
    {
        var display = RunDisplay.For(Terminal(sharesScreen: true), TimeProvider.System);

        await display.ShowAsync(() => Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Contains("Starting", _output.ToString());
        Assert.DoesNotContain("\e[0A", _output.ToString());
    }

    [Fact]
    public async Task What_ends_the_body_comes_out()
    {
        var display = RunDisplay.For(Terminal(sharesScreen: true), TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => display.ShowAsync(() => Task.FromException(new InvalidOperationException())));
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private Terminal Terminal(bool sharesScreen) => new(_output, _error, AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(_output),
    }), sharesScreen);
}
