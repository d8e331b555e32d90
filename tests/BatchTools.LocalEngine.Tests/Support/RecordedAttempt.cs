using System.Text;
using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An attempt that keeps what its process printed and how it ended.</summary>
internal sealed class RecordedAttempt(string folder, string[] command) : IAttempt, IOutputSink
{
    private readonly MemoryStream _output = new();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<AttemptEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _complete;

    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };

    public int ProcessId { get; private set; }

    public bool HasEnded => _end.Task.IsCompleted;

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string Key => "1:#1";

    public RunnerKind? Runner => null;

    public AttemptStart Prepare() => new(command, Variables, folder, this);

    public void Started(int processId) => ProcessId = processId;

    public void Ended(AttemptEnd end)
    {
        if (end.StartFault is null && !_complete)
            _end.SetException(new InvalidOperationException("The end was told before the output was complete."));
        else
            _end.SetResult(end);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        if (!_firstLine.Task.IsCompleted && Output is var text && text.Contains('\n'))
            _firstLine.SetResult(text[..text.IndexOf('\n')]);
    }

    public void Complete() => _complete = true;

    public Task<string> FirstLineAsync() => _firstLine.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public Task<AttemptEnd> EndAsync() => _end.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
}
