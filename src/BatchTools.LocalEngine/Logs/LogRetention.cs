namespace BatchTools.LocalEngine.Logs;

/// <summary>Removes events that are older than their groups keep them: when the engine is opened, then every hour.</summary>
internal sealed class LogRetention : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly object _gate = new();
    private readonly LogStore _logs;
    private readonly ITimer _timer;
    private bool _isClosed;

    /// <summary>Removes what has expired, now and from now on.</summary>
    public LogRetention(LogStore logs, TimeProvider time)
    {
        _logs = logs;
        _timer = time.CreateTimer(static retention => ((LogRetention)retention!).RemoveExpired(), this, Interval, Interval);
        RemoveExpired();
    }

    public void Dispose()
    {
        lock (_gate)
            _isClosed = true;
        _timer.Dispose();
    }

    private void RemoveExpired()
    {
        lock (_gate)
        {
            if (!_isClosed && !_logs.HasFailed)
                _logs.RemoveExpired();
        }
    }
}
