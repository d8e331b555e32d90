using System.Collections.Concurrent;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>What the live and the plain display have in common: errors and warnings, and the choice between the two.</summary>
internal abstract class RunDisplay(Terminal terminal, bool verbose) : IRunDisplay
{
    private readonly ConcurrentQueue<BatchException> _errors = new();

    public IReadOnlyList<BatchException> Errors => [.. _errors];

    protected Terminal Terminal { get; } = terminal;

    /// <summary>The display that suits the terminal.</summary>
    public static RunDisplay For(Terminal terminal, bool verbose, TimeProvider timeProvider) =>
        terminal.IsLive ? new LiveDisplay(terminal, verbose, timeProvider) : new PlainDisplay(terminal, verbose, timeProvider);

    public void Error(BatchException error)
    {
        _errors.Enqueue(error);
        WriteNote(error.Message);
    }

    public void Warning(string message) => WriteNote($"warning: {message}");

    public void Verbose(string message)
    {
        if (verbose)
            WriteNote(message);
    }

    public abstract void Progress(ProgressUpdate update);

    public virtual void Finished(Job job)
    {
        // The progress counts it.
    }

    public abstract Task ShowAsync(Func<Task> body);

    /// <summary>Writes a line for the error output without disturbing the display.</summary>
    protected abstract void WriteNote(string message);
}
