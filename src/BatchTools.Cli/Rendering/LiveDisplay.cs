using BatchTools.Cli.Terminals;
using Spectre.Console;

namespace BatchTools.Cli.Rendering;

/// <summary>Progress on a terminal: drawn over itself ten times a second, gone when the run has ended.</summary>
internal sealed class LiveDisplay(Terminal terminal, TimeProvider timeProvider) : RunDisplay(terminal)
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);

    private readonly ActivityBoard _board = new(timeProvider);

    public override void Progress(ProgressUpdate update) => _board.Set(update);

    public override Task ShowAsync(Func<Task> body) =>
        Terminal.Console.Live(_board.Draw()).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            var running = body();
            while (!running.IsCompleted)
            {
                live.UpdateTarget(_board.Draw());
                await Task.WhenAny(running, Task.Delay(BetweenFrames, timeProvider));
            }
            await running;
        });

    protected override void WriteNote(string message)
    {
        // On the same screen a line of its own would cut through the bars, so it is drawn above them.
        if (Terminal.SharesScreen)
            Terminal.Console.MarkupLine($"[yellow]{Markup.Escape(SingleLine.Of(message))}[/]");
        else
            Terminal.WriteError(message);
    }
}
