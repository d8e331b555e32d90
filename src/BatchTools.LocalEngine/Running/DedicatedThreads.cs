namespace BatchTools.LocalEngine.Running;

/// <summary>
/// Threads for work that blocks for as long as a process runs; one that has become free is used again.
/// The thread pool is no place for it: its few threads would all sit waiting for processes.
/// </summary>
internal sealed class DedicatedThreads(string name, int maxStackBytes = 256 * 1024)
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(10);

    // Of a thread of theirs that is about to be free, and the work that it has been given meanwhile.
    [ThreadStatic]
    private static DedicatedThreads? _ending;
    [ThreadStatic]
    private static Action? _next;

    private readonly object _gate = new();
    private readonly Queue<Action> _work = new();
    private int _idle;
    private int _threads;

    /// <summary>Runs work on a free thread, else on a new one.</summary>
    public void Run(Action work)
    {
        if (_ending == this && _next is null)
        {
            _next = work;
            return;
        }

        lock (_gate)
        {
            _work.Enqueue(work);
            if (_work.Count <= _idle)
            {
                Monitor.Pulse(_gate);
                return;
            }
        }

        try
        {
            new Thread(Loop, maxStackBytes) { IsBackground = true, Name = name }.Start();
            Interlocked.Increment(ref _threads);
        }
        catch (OutOfMemoryException) when (Volatile.Read(ref _threads) > 0)
        {
            // The system gives no more threads: the work waits for one that is there.
        }
    }

    /// <summary>
    /// Calls the last of a piece of work, on its thread. The first work that it asks for is done next on this very thread:
    /// waking another one for it takes longer.
    /// </summary>
    public void End(Action last)
    {
        _ending = this;
        last();
        _ending = null;
    }

    private void Loop()
    {
        while (Next() is { } work)
            work();
        Interlocked.Decrement(ref _threads);
    }

    private Action? Next()
    {
        if (_next is { } own)
        {
            _next = null;
            return own;
        }

        lock (_gate)
        {
            while (_work.Count == 0)
            {
                _idle++;
                var woken = Monitor.Wait(_gate, IdleLimit);
                _idle--;
                if (!woken && _work.Count == 0)
                    return null;
            }

            return _work.Dequeue();
        }
    }
}
