using System.Collections.Concurrent;
using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Metrics;

/// <summary>
/// The metrics of a data folder, in a database of their own, kept for 15 days. What is put can be read once
/// <see cref="WhenDurableAsync"/> has completed. They survive the loss of the process, not of power.
/// </summary>
internal sealed class MetricStore : IDisposable
{
    /// <summary>How long values are kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(15);

    private static readonly TimeSpan BetweenRemovals = TimeSpan.FromHours(1);

    private readonly object _gate = new();
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly GroupCommitter<MetricWrite> _writer;
    private readonly ConcurrentBag<MetricReader> _readers = [];
    private DateTimeOffset _nextRemoval = DateTimeOffset.MinValue;

    private MetricStore(string file, SqliteConnection connection, TimeProvider time)
    {
        _file = file;
        _time = time;
        var statements = new MetricStatements(connection);
        _writer = new GroupCommitter<MetricWrite>(connection, statements.Write, "BatchTools metrics");
        RemoveOld();
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The time of the oldest values that are kept, in seconds since 1970.</summary>
    public long Oldest => (Now - Retention).ToUnixTimeSeconds();

    /// <summary>Opens the metrics in a file, made where it does not exist.</summary>
    public static MetricStore Open(string file, TimeProvider time) => new(file, Database.Open(file, "NORMAL", MetricSchema.Upgrades), time);

    /// <summary>Adds values to what was put before.</summary>
    public void Add(MetricKey key, MetricPoint point)
    {
        RemoveOld();
        _writer.Enqueue(new PointAdded(key, point));
    }

    /// <summary>Completes when everything put so far can be read.</summary>
    public Task WhenDurableAsync() => _writer.WhenDurableAsync();

    /// <summary>Reads with a connection that is this caller's for so long.</summary>
    public T Read<T>(Func<MetricReader, T> read)
    {
        if (!_readers.TryTake(out var reader))
            reader = new MetricReader(Database.OpenReader(_file));
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

    private void RemoveOld()
    {
        lock (_gate)
        {
            if (Now < _nextRemoval)
                return;
            _nextRemoval = Now + BetweenRemovals;
        }

        _writer.Enqueue(new OldRemoved(Oldest));
    }
}
