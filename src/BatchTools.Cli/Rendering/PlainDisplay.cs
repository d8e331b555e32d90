using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>Progress where nobody watches a terminal: a line of plain text now and then.</summary>
internal sealed class PlainDisplay(Terminal terminal, bool verbose, TimeProvider timeProvider) : RunDisplay(terminal, verbose)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _lastLines = [];

    public override void Progress(ProgressUpdate update)
    {
        lock (_gate)
        {
            var known = _lastLines.TryGetValue(update.Activity, out var last);
            if (known && !update.Completed && timeProvider.GetElapsedTime(last) < BetweenLines)
                return;
            _lastLines[update.Activity] = timeProvider.GetTimestamp();
            Terminal.Output.WriteLine(SingleLine.Of(ProgressText.Line(update)));
            Terminal.Output.Flush();
        }
    }

    public override void Finished(Job job)
    {
    }

    public override Task ShowAsync(Func<Task> body) => body();

    protected override void WriteNote(string message)
    {
        lock (_gate)
            Terminal.WriteError(message);
    }
}
