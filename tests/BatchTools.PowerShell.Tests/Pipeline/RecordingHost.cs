using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Tests.Pipeline;

/// <summary>A pipeline that keeps what it is told, and the thread that told it.</summary>
internal sealed class RecordingHost : IPipelineHost
{
    public List<object?> Objects { get; } = [];

    public List<string> Lines { get; } = [];

    public List<ProgressUpdate> Progress { get; } = [];

    public HashSet<int> Threads { get; } = [];

    public Action<object?> OnObject { get; set; } = _ => { };

    public bool IsStopping { get; set; }

    public void WriteObject(object? value)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        OnObject(value);
        Objects.Add(value);
        Lines.Add($"object {value}");
    }

    public void WriteError(BatchException error) => Line($"error {error.ErrorId}");

    public void WriteWarning(string message) => Line($"warning {message}");

    public void WriteNote(string message) => Line($"note {message}");

    public void WriteVerbose(string message) => Line($"verbose {message}");

    public void WriteProgress(ProgressUpdate update)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Progress.Add(update);
    }

    private void Line(string text)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Lines.Add(text);
    }
}
