using System.Collections.Concurrent;

namespace BatchTools.Tests;

/// <summary>Keeps what operations report.</summary>
internal sealed class RecordingReporter : IReporter
{
    private readonly ConcurrentQueue<BatchException> errors = [];
    private readonly ConcurrentQueue<string> warnings = [];
    private readonly ConcurrentQueue<string> details = [];
    private readonly ConcurrentQueue<ProgressUpdate> updates = [];

    public IReadOnlyList<BatchException> Errors => [.. errors];

    public IReadOnlyList<string> Warnings => [.. warnings];

    public IReadOnlyList<string> Details => [.. details];

    public IReadOnlyList<ProgressUpdate> Updates => [.. updates];

    public void Error(BatchException error) => errors.Enqueue(error);

    public void Warning(string message) => warnings.Enqueue(message);

    public void Verbose(string message) => details.Enqueue(message);

    public void Progress(ProgressUpdate update) => updates.Enqueue(update);
}
