using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>
/// Where nobody watches a terminal, progress is told to those alone who ask for details: a line of plain text now and then.
/// </summary>
internal sealed class PlainDisplay(Terminal terminal, TimeProvider timeProvider) : RunDisplay(terminal)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _lastLines = [];

    public override void Progress(ProgressUpdate update)
    {
        if (!Terminal.Style.Verbose)
            return;
        lock (_gate)
        {
            var known = _lastLines.TryGetValue(update.Activity, out var last);
            if (known && !update.Completed && timeProvider.GetElapsedTime(last) < BetweenLines)
                return;
            _lastLines[update.Activity] = timeProvider.GetTimestamp();
        }

        Verbose(ProgressText.Line(update));
    }

    public override Task ShowAsync(Func<Task> body) => body();

    protected override void WriteNote(string message)
    {
        lock (_gate)
            Terminal.WriteError(message);
    }
}
