using System.Collections.Concurrent;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>
/// Shows how a command goes on while it does: live on a terminal, else plainly. Every member but <see cref="ShowAsync"/> may be called from
/// any thread.
/// </summary>
internal abstract class RunDisplay(Terminal terminal) : IReporter
{
    private readonly ConcurrentQueue<BatchException> _errors = new();

    /// <summary>The errors that were reported.</summary>
    public IReadOnlyList<BatchException> Errors => [.. _errors];

    protected Terminal Terminal { get; } = terminal;

    /// <summary>The display that suits the terminal.</summary>
    public static RunDisplay For(Terminal terminal, TimeProvider timeProvider) =>
        terminal.IsLive ? new LiveDisplay(terminal, timeProvider) : new PlainDisplay(terminal, timeProvider);

    public void Error(BatchException error)
    {
        _errors.Enqueue(error);
        if (Terminal.Style.Json)
            JsonLine.Error(Terminal.Error, error.ErrorId, error.Message);
        else
            WriteNote(error.Message);
    }

    public void Warning(string message)
    {
        if (!Terminal.Style.Quiet)
            Tell("warning", $"warning: {message}", message);
    }

    /// <summary>Tells what could be better in a file.</summary>
    public void Finding(WorkloadFinding finding)
    {
        var severity = finding.Severity.ToString().ToLowerInvariant();
        var text = string.Join(' ', new[] { $"{finding.Place ?? finding.File}:", finding.Message, finding.Suggestion }.OfType<string>());
        if (!Terminal.Style.Quiet)
            Tell(severity, $"{severity}: {text}", text);
    }

    public void Note(string message)
    {
        if (Terminal.Style.Json && !Terminal.Style.Quiet)
            JsonLine.Note(Terminal.Error, "note", message);
        else
            Terminal.Say(message);
    }

    public void Verbose(string message)
    {
        if (Terminal.Style.Verbose)
            Tell("note", message, message);
    }

    public abstract void Progress(ProgressUpdate update);

    /// <summary>Runs the body and shows its progress until it ends.</summary>
    public abstract Task ShowAsync(Func<Task> body);

    private void Tell(string type, string line, string message)
    {
        if (Terminal.Style.Json)
            JsonLine.Note(Terminal.Error, type, message);
        else
            WriteNote(line);
    }

    /// <summary>Writes a line for the error output without disturbing the display.</summary>
    protected abstract void WriteNote(string message);
}
