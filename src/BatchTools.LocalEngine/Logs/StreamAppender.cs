namespace BatchTools.LocalEngine.Logs;

/// <summary>
/// Takes events for the end of one stream. They gather here while the writer is busy, so that under load many lines become
/// one row; who writes faster than the disk waits.
/// </summary>
internal sealed class StreamAppender(LogStore store, long stream, long group, long nextEvent) : LogWrite
{
    private const int ChunkBytes = 64 * 1024;
    private const int MaximumPending = 1024 * 1024;

    private readonly object _gate = new();
    private List<ChunkBuilder> _pending = [];
    private int _pendingBytes;
    private long _nextEvent = nextEvent;
    private bool _queued;
    private bool _isAbandoned;

    /// <summary>The group that the stream is in.</summary>
    public long Group => group;

    /// <summary>Adds an event. <see cref="Publish"/> sends what was added on its way.</summary>
    public void Add(long timestamp, ReadOnlySpan<byte> message)
    {
        lock (_gate)
        {
            while (_pendingBytes > MaximumPending)
            {
                if (store.HasFailed)
                    return; // what cannot be written is not gathered either
                Monitor.Wait(_gate, TimeSpan.FromSeconds(1));
            }

            if (_isAbandoned)
                return;
            if (_pending.Count == 0 || _pending[^1].Bytes >= ChunkBytes)
                _pending.Add(new ChunkBuilder(_nextEvent));
            _pending[^1].Add(timestamp, message);
            _nextEvent++;
            _pendingBytes += message.Length;
            if (_pendingBytes > MaximumPending)
                Queue();
        }
    }

    /// <summary>Has what was added written.</summary>
    /// <returns>The number of the next event.</returns>
    public long Publish()
    {
        lock (_gate)
        {
            if (_pending.Count > 0)
                Queue();
            return _nextEvent;
        }
    }

    /// <summary>The stream is being removed: what is not written yet, and what is added from now on, is lost.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _isAbandoned = true;
            _pending = [];
            _pendingBytes = 0;
            Monitor.PulseAll(_gate);
        }
    }

    public override void Apply(LogStatements statements)
    {
        List<ChunkBuilder> chunks;
        lock (_gate)
        {
            chunks = _pending;
            _pending = [];
            _pendingBytes = 0;
            _queued = false;
            Monitor.PulseAll(_gate);
        }

        foreach (var chunk in chunks)
            statements.AddChunk(stream, group, chunk, store.Now);
    }

    private void Queue()
    {
        if (_queued)
            return;
        _queued = true;
        store.Enqueue(this);
    }
}
