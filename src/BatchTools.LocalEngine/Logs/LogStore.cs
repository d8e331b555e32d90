using System.Collections.Concurrent;
using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Logs;

/// <summary>
/// The logs of a data folder, in a database of their own so that much output does not hold up the jobs' states. What is
/// written can be read once <see cref="WhenDurableAsync"/> has completed.
/// </summary>
internal sealed class LogStore : IDisposable
{
    private readonly object _gate = new();
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly int _attemptLimit;
    private readonly GroupCommitter<LogWrite> _writer;
    private readonly ConcurrentBag<LogReader> _readers = [];
    private readonly Dictionary<string, LogGroupEntry> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<long, StreamAppender> _open = [];
    private long _lastStream;

    private LogStore(string file, SqliteConnection connection, TimeProvider time, int attemptLimit)
    {
        _file = file;
        _time = time;
        _attemptLimit = attemptLimit;
        var reader = new LogReader(connection);
        foreach (var group in reader.Groups())
            _groups.Add(group.Name, group);
        _lastStream = reader.LastStream();
        var statements = new LogStatements(connection);
        _writer = new GroupCommitter<LogWrite>(connection, statements.Write, "BatchTools logs");
    }

    public long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Nothing can be written any more.</summary>
    public bool HasFailed => _writer.HasFailed;

    /// <summary>Opens the logs in a file, made where it does not exist. They survive the loss of the process, not of power.</summary>
    /// <param name="file">The file.</param>
    /// <param name="time">Gives the lines their times.</param>
    /// <param name="attemptLimit">What is kept of one attempt's log at most, in MiB.</param>
    public static LogStore Open(string file, TimeProvider time, int attemptLimit) =>
        new(file, Database.Open(file, "NORMAL", LogSchema.Upgrades), time, attemptLimit);

    /// <summary>Begins the log of an attempt: a new stream, in a group that is made where it does not exist.</summary>
    public AttemptLog OpenAttempt(string group, string stream)
    {
        lock (_gate)
        {
            if (!_groups.TryGetValue(group, out var entry))
                entry = AddGroup(group);
            var id = AddStream(entry, stream);
            var appender = new StreamAppender(this, id, entry.Id, nextEvent: 0);
            _open.Add(id, appender);
            return new AttemptLog(appender, _time, new LogAllowance(_attemptLimit), () => Close(id));
        }
    }

    /// <summary>Makes a group.</summary>
    /// <returns>False where it exists.</returns>
    public bool TryCreateGroup(string name)
    {
        lock (_gate)
        {
            if (_groups.ContainsKey(name))
                return false;
            AddGroup(name);
            return true;
        }
    }

    public LogGroupEntry? FindGroup(string name)
    {
        lock (_gate)
            return _groups.GetValueOrDefault(name);
    }

    /// <summary>Makes an empty stream of a name that the group does not have.</summary>
    public void CreateStream(LogGroupEntry group, string name)
    {
        lock (_gate)
            AddStream(group, name);
    }

    /// <summary>Removes a stream that nobody writes any more.</summary>
    public void RemoveStream(string group, string stream)
    {
        lock (_gate)
        {
            if (_groups.TryGetValue(group, out var entry))
                Enqueue(new StreamRemoved(entry.Id, stream));
        }
    }

    /// <summary>Removes a stream, also one that an attempt still writes: the rest of its lines is lost.</summary>
    public void DeleteStream(LogGroupEntry group, LogStreamEntry stream)
    {
        lock (_gate)
        {
            _open.GetValueOrDefault(stream.Id)?.Abandon();
            Enqueue(new StreamRemoved(group.Id, stream.Name));
        }
    }

    /// <summary>Removes a group with its streams. An attempt that begins later makes it again.</summary>
    public void DeleteGroup(LogGroupEntry group)
    {
        lock (_gate)
        {
            if (!_groups.Remove(group.Name))
                return;
            foreach (var open in _open.Values.Where(open => open.Group == group.Id))
                open.Abandon();
            Enqueue(new GroupRemoved(group.Id));
        }
    }

    /// <summary>Removes events that are older than their group keeps them.</summary>
    public void RemoveExpired()
    {
        lock (_gate)
        {
            foreach (var group in _groups.Values)
            {
                if (group.RetentionInDays is { } days)
                    Enqueue(new EventsExpired(group.Id, Now - (long)TimeSpan.FromDays(days).TotalMilliseconds));
            }
        }
    }

    /// <summary>Removes the streams of a task that nobody writes any more.</summary>
    public void RemoveTask(string taskId)
    {
        foreach (var (group, name) in Read(reader => reader.StreamsOfTask(taskId)))
            Enqueue(new StreamRemoved(group, name));
    }

    /// <summary>Appends to a stream that exists, behind what is there. One caller at a time.</summary>
    public StreamAppender Append(LogGroupEntry group, LogStreamEntry stream)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(stream.Id, out var open))
                return open;
        }

        // An attempt may have closed it a moment ago: its last lines must be there to be counted.
        WaitUntilDurable();
        return new StreamAppender(this, stream.Id, group.Id, Read(reader => reader.NextEvent(stream.Id)));
    }

    // The attempt that writes a stream has published its last line.
    private void Close(long stream)
    {
        lock (_gate)
            _open.Remove(stream);
    }

    /// <summary>Says how long a group's events are kept; null for ever.</summary>
    public void SetRetention(LogGroupEntry group, int? days)
    {
        lock (_gate)
        {
            _groups[group.Name] = group with { RetentionInDays = days };
            Enqueue(new GroupSaved(_groups[group.Name]));
        }
    }

    public void Enqueue(LogWrite write) => _writer.Enqueue(write);

    /// <summary>Completes when everything written so far can be read.</summary>
    public Task WhenDurableAsync() => _writer.WhenDurableAsync();

    /// <summary>Blocks until everything written so far is on disk. For the engine's own threads.</summary>
    public void WaitUntilDurable() => _writer.WaitUntilDurable();

    /// <summary>Blocks while more than so many writes wait for the disk.</summary>
    public void WaitForRoom(int most) => _writer.WaitForRoom(most);

    /// <summary>Reads with a connection that is this caller's for so long.</summary>
    public T Read<T>(Func<LogReader, T> read)
    {
        if (!_readers.TryTake(out var reader))
            reader = new LogReader(Database.OpenReader(_file));
        try
        {
            return read(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <summary>Writes what is queued and closes the database.</summary>
    public void Dispose()
    {
        foreach (var reader in _readers)
            reader.Dispose();
        _writer.Dispose();
    }

    private LogGroupEntry AddGroup(string name)
    {
        var group = new LogGroupEntry(_groups.Values.Select(static other => other.Id).DefaultIfEmpty().Max() + 1, name, Now, RetentionInDays: null);
        _groups.Add(name, group);
        Enqueue(new GroupSaved(group));
        return group;
    }

    private long AddStream(LogGroupEntry group, string name)
    {
        var id = ++_lastStream;
        Enqueue(new StreamAdded(id, group.Id, name, Now));
        return id;
    }
}
