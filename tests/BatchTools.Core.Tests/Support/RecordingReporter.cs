using System.Collections.Concurrent;

namespace BatchTools.Tests;

/// <summary>Keeps what operations report.</summary>
internal sealed class RecordingReporter : IReporter
{
    private readonly ConcurrentQueue<BatchException> _errors = [];
    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly ConcurrentQueue<string> _notes = [];
    private readonly ConcurrentQueue<string> _details = [];
    private readonly ConcurrentQueue<ProgressUpdate> _updates = [];

    public IReadOnlyList<BatchException> Errors => [.. _errors];

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public IReadOnlyList<string> Notes => [.. _notes];

    public IReadOnlyList<string> Details => [.. _details];

    public IReadOnlyList<ProgressUpdate> Updates => [.. _updates];

    public void Error(BatchException error) => _errors.Enqueue(error);

    public void Warning(string message) => _warnings.Enqueue(message);

    public void Note(string message) => _notes.Enqueue(message);

    public void Verbose(string message) => _details.Enqueue(message);

    public void Progress(ProgressUpdate update) => _updates.Enqueue(update);
}
