using System.Diagnostics;
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

    // How long what nobody waits for may gather, so that a busy engine syncs to disk some hundred times a second, not thousands.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly Action<IReadOnlyList<T>> _write;
    private readonly Thread _thread;
    private readonly Queue<T> _queue = new();
    private readonly Queue<(long Target, TaskCompletionSource Signal)> _waiting = new();
    private long _accepted;
    private long _committed;
    private long _lastTarget;
    private TaskCompletionSource? _lastSignal;
    private int _blocked;
    private bool _closing;
    private LocalEngineException? _fault;

    /// <summary>Starts the writer.</summary>
    /// <param name="connection">The connection that only this writer uses from now on.</param>
    /// <param name="write">Executes the statements of a transaction's items, on the writer's thread; may block.</param>
    /// <param name="name">The thread's name.</param>
    public GroupCommitter(SqliteConnection connection, Action<IReadOnlyList<T>> write, string name)
    {
        _connection = connection;
        _begin = Database.Prepare(connection, "BEGIN IMMEDIATE");
        _commit = Database.Prepare(connection, "COMMIT");
        _write = write;
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
            if (_queue.Count is 1 or MaximumBatch)
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
                Monitor.PulseAll(_gate);
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
            Block(() => _committed < target);
            if (_fault is not null)
                throw _fault;
        }
    }

    /// <summary>Blocks while more than so many items wait to be written. For threads that belong to the engine.</summary>
    public void WaitForRoom(int most)
    {
        lock (_gate)
        {
            Block(() => _accepted - _committed > most);
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

    // Called under the gate.
    private void Block(Func<bool> isNeeded)
    {
        _blocked++;
        if (isNeeded())
            Monitor.PulseAll(_gate);
        while (isNeeded() && _fault is null)
            Monitor.Wait(_gate);
        _blocked--;
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

            Gather();

            while (batch.Count < MaximumBatch && _queue.TryDequeue(out var item))
                batch.Add(item);
            return true;
        }
    }

    // Waits for more, unless someone waits for what is there. Called under the gate.
    private void Gather()
    {
        var start = Stopwatch.GetTimestamp();
        while (_waiting.Count == 0 && _blocked == 0 && _queue.Count < MaximumBatch && !_closing)
        {
            var rest = Gathering - Stopwatch.GetElapsedTime(start);
            if (rest <= TimeSpan.Zero || !Monitor.Wait(_gate, rest))
                return;
        }
    }

    private void Commit(List<T> batch)
    {
        _begin.ExecuteNonQuery();
        _write(batch);
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
