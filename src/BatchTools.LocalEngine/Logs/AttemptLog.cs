using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Logs;

/// <summary>The log of one attempt while it is written. Used by one thread at a time.</summary>
internal sealed class AttemptLog : IOutputSink
{
    private readonly StreamAppender _appender;
    private readonly TimeProvider _time;
    private readonly LogAllowance _allowance;
    private readonly Action _close;
    private readonly LineSplitter _lines;
    private long _timestamp;

    public AttemptLog(StreamAppender appender, TimeProvider time, LogAllowance allowance, Action close)
    {
        _close = close;
        _appender = appender;
        _time = time;
        _allowance = allowance;
        _lines = new LineSplitter(Take);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Tick();
        _lines.Write(bytes);
        _appender.Publish();
    }

    public void Complete()
    {
        Tick();
        _lines.Complete();
        if (_allowance.Note() is { } note)
            _appender.Add(_timestamp, note);
        _appender.Publish();
        _close();
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        if (_allowance.Takes(line.Length))
            _appender.Add(_timestamp, line);
    }

    // A clock that is set back must not put a line before the one that it follows.
    private void Tick() => _timestamp = Math.Max(_timestamp, _time.GetUtcNow().ToUnixTimeMilliseconds());
}
