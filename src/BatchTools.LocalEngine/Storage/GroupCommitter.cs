using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Storage;

/// <summary>
/// The one writer of a database. Whatever is queued while a transaction commits goes together into the next one,
/// so the cost of a sync to disk is shared by all that wait for it.
/// </summary>
internal sealed class GroupCommitter<T> : IDisposable
{
    // Bounds the length of one transaction, and so how long a caller waits behind a burst.
    private const int MaximumBatch = 2_000;

    private readonly object _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly Action<T> _apply;
    private readonly Action<IReadOnlyList<T>> _beforeCommit;
    private readonly Thread _thread;
    private readonly Queue<T> _queue = new();
    private readonly Queue<(long Target, TaskCompletionSource Signal)> _waiting = new();
    private long _accepted;
    private long _committed;
    private long _lastTarget;
    private TaskCompletionSource? _lastSignal;
    private bool _closing;
    private LocalEngineException? _fault;

    /// <summary>Starts the writer.</summary>
    /// <param name="connection">The connection that only this writer uses from now on.</param>
    /// <param name="apply">Executes one item's statements.</param>
    /// <param name="beforeCommit">Called on the writer's thread before a transaction commits; may block.</param>
    /// <param name="name">The thread's name.</param>
    public GroupCommitter(SqliteConnection connection, Action<T> apply, Action<IReadOnlyList<T>> beforeCommit, string name)
    {
        _connection = connection;
        _begin = Database.Prepare(connection, "BEGIN IMMEDIATE");
        _commit = Database.Prepare(connection, "COMMIT");
        _apply = apply;
        _beforeCommit = beforeCommit;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Writing has failed: nothing is written any more.</summary>
    public bool HasFailed
    {
        get
        {
            lock (_gate)
                return _fault is not null;
        }
    }

    /// <summary>Puts an item after all that were queued before it.</summary>
    public void Enqueue(T item)
    {
        lock (_gate)
        {
            // Who hands in something too late must not be told that it was written.
            if (_closing)
                _fault ??= new LocalEngineException("The engine has been closed.");
            if (_fault is not null)
                return;
            _queue.Enqueue(item);
            _accepted++;
            if (_queue.Count == 1)
                Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Completes when everything queued so far is on disk; fails where it could not be written.</summary>
    public Task WhenDurableAsync()
    {
        lock (_gate)
        {
            if (_fault is not null)
                return Task.FromException(_fault);
            if (_committed == _accepted)
                return Task.CompletedTask;
            if (_waiting.Count == 0 || _lastTarget != _accepted)
            {
                _lastSignal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _lastTarget = _accepted;
                _waiting.Enqueue((_lastTarget, _lastSignal));
            }

            // The writer's thread sets the signal and waits for nobody who waits for it.
#pragma warning disable VSTHRD003
            return _lastSignal!.Task;
#pragma warning restore VSTHRD003
        }
    }

    /// <summary>Blocks until everything queued so far is on disk. For threads that belong to the engine.</summary>
    public void WaitUntilDurable()
    {
        lock (_gate)
        {
            var target = _accepted;
            while (_committed < target && _fault is null)
                Monitor.Wait(_gate);
            if (_fault is not null)
                throw _fault;
        }
    }

    /// <summary>Blocks while more than so many items wait to be written. For threads that belong to the engine.</summary>
    public void WaitForRoom(int most)
    {
        lock (_gate)
        {
            while (_accepted - _committed > most && _fault is null)
                Monitor.Wait(_gate);
        }
    }

    /// <summary>Writes what is queued and ends the writer.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
        _connection.Dispose();
    }

    private void Run()
    {
        var batch = new List<T>();
        while (Take(batch))
        {
            try
            {
                Commit(batch);
            }
            catch (Exception e) when (e is SqliteException or IOException or LocalEngineException)
            {
                Fail(e);
                return;
            }

            lock (_gate)
            {
                _committed += batch.Count;
                while (_waiting.TryPeek(out var first) && first.Target <= _committed)
                    _waiting.Dequeue().Signal.SetResult();
                Monitor.PulseAll(_gate);
            }

            batch.Clear();
        }
    }

    private bool Take(List<T> batch)
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_closing)
                    return false;
                Monitor.Wait(_gate);
            }

            while (batch.Count < MaximumBatch && _queue.TryDequeue(out var item))
                batch.Add(item);
            return true;
        }
    }

    private void Commit(List<T> batch)
    {
        _begin.ExecuteNonQuery();
        foreach (var item in batch)
            _apply(item);
        _beforeCommit(batch);
        _commit.ExecuteNonQuery();
    }

    private void Fail(Exception e)
    {
        lock (_gate)
        {
            _fault = new LocalEngineException($"The engine's data in '{_connection.DataSource}' cannot be written any more: {e.Message} Nothing more is accepted; make room or repair the disk, then open the engine again.", e);
            _queue.Clear();
            while (_waiting.TryDequeue(out var waiter))
            {
                waiter.Signal.SetException(_fault);
                // Not every caller waits for its signal, and each later call gets the fault anew.
                _ = waiter.Signal.Task.Exception;
            }

            Monitor.PulseAll(_gate);
        }
    }
}
