using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Logs;

/// <summary>Reads logs over one connection. Used by one caller at a time.</summary>
internal sealed class LogReader(SqliteConnection connection) : IDisposable
{
    private const string ChunkColumns = "id, events, earliest, ingested, body";

    private readonly SqliteCommand _findStream = Database.Prepare(
        connection, "SELECT id, name, created FROM log_stream WHERE log_group = $group AND name = $name", "$group", "$name");

    private readonly SqliteCommand _chunkAt = Database.Prepare(
        connection, "SELECT max(id) FROM chunk WHERE id BETWEEN $first AND $position", "$first", "$position");

    private readonly SqliteCommand _forward = Database.Prepare(
        connection, $"SELECT {ChunkColumns} FROM chunk WHERE id BETWEEN $from AND $to AND latest >= $start AND earliest < $end ORDER BY id", "$from", "$to", "$start", "$end");

    private readonly SqliteCommand _backward = Database.Prepare(
        connection, $"SELECT {ChunkColumns} FROM chunk WHERE id BETWEEN $from AND $to AND latest >= $start AND earliest < $end ORDER BY id DESC", "$from", "$to", "$start", "$end");

    private readonly SqliteCommand _byTime = Database.Prepare(
        connection, $"SELECT {ChunkColumns} FROM chunk WHERE latest >= $start AND earliest < $end ORDER BY earliest, id", "$start", "$end");

    private readonly SqliteCommand _lastChunk = Database.Prepare(
        connection, "SELECT id, events FROM chunk WHERE id BETWEEN $from AND $to ORDER BY id DESC LIMIT 1", "$from", "$to");

    private readonly SqliteCommand _span = Database.Prepare(
        connection,
        """
        SELECT (SELECT earliest FROM chunk WHERE id BETWEEN $from AND $to ORDER BY id LIMIT 1), latest, ingested
        FROM chunk WHERE id BETWEEN $from AND $to ORDER BY id DESC LIMIT 1
        """,
        "$from", "$to");

    public List<LogGroupEntry> Groups()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, name, created, retention FROM log_group ORDER BY name";
        using var rows = command.ExecuteReader();
        var groups = new List<LogGroupEntry>();
        while (rows.Read())
            groups.Add(new LogGroupEntry(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.IsDBNull(3) ? null : rows.GetInt32(3)));
        return groups;
    }

    public long StoredBytes(LogGroupEntry group)
    {
        using var command = Database.Prepare(connection, "SELECT bytes FROM log_group WHERE id = $id", "$id");
        command.Parameters[0].Value = group.Id;
        return command.ExecuteScalar() is long bytes ? bytes : 0;
    }

    public long LastStream()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(id), 0) FROM log_stream";
        return (long)command.ExecuteScalar()!;
    }

    public LogStreamEntry? FindStream(LogGroupEntry group, string name)
    {
        Set(_findStream, group.Id, name);
        using var rows = _findStream.ExecuteReader();
        return rows.Read() ? new LogStreamEntry(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2)) : null;
    }

    /// <summary>The streams of a group by name.</summary>
    public IEnumerable<LogStreamEntry> Streams(LogGroupEntry group, bool descending)
    {
        using var command = Database.Prepare(
            connection, $"SELECT id, name, created FROM log_stream WHERE log_group = $group ORDER BY name {(descending ? "DESC" : "ASC")}", "$group");
        Set(command, group.Id);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return new LogStreamEntry(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2));
    }

    /// <summary>The streams whose names end in a task's id, with their groups' numbers.</summary>
    public List<(long Group, string Name)> StreamsOfTask(string taskId)
    {
        using var command = Database.Prepare(connection, "SELECT log_group, name FROM log_stream WHERE name LIKE '%/' || $task", "$task");
        Set(command, taskId);
        using var rows = command.ExecuteReader();
        var streams = new List<(long, string)>();
        while (rows.Read())
            streams.Add((rows.GetInt64(0), rows.GetString(1)));
        return streams;
    }

    /// <summary>When a stream's events begin and end.</summary>
    public LogSpan Span(long stream)
    {
        Set(_span, LogPosition.Of(stream, 0), LogPosition.Of(stream, LogPosition.MaxEvent));
        using var rows = _span.ExecuteReader();
        return rows.Read() && !rows.IsDBNull(0) ? new LogSpan(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2)) : default;
    }

    /// <summary>The number that a stream's next event gets.</summary>
    public long NextEvent(long stream)
    {
        Set(_lastChunk, LogPosition.Of(stream, 0), LogPosition.Of(stream, LogPosition.MaxEvent));
        using var rows = _lastChunk.ExecuteReader();
        return rows.Read() ? LogPosition.Event(rows.GetInt64(0)) + rows.GetInt64(1) : 0;
    }

    /// <summary>A stream's events from one on, oldest first, of the times in the range.</summary>
    public IEnumerable<LogEvent> Forward(long stream, long fromEvent, LogTimeRange range)
    {
        var from = LogPosition.Of(stream, fromEvent);
        Set(_chunkAt, LogPosition.Of(stream, 0), from);
        var chunk = _chunkAt.ExecuteScalar() as long? ?? from;
        Set(_forward, chunk, LogPosition.Of(stream, LogPosition.MaxEvent), range.Start, range.End);
        foreach (var found in Chunks(_forward))
        {
            foreach (var entry in found.Read())
            {
                if (entry.Position >= from && range.Contains(entry.Timestamp))
                    yield return entry;
            }
        }
    }

    /// <summary>A stream's events before one, newest first, of the times in the range.</summary>
    public IEnumerable<LogEvent> Backward(long stream, long beforeEvent, LogTimeRange range)
    {
        var before = LogPosition.Of(stream, beforeEvent);
        Set(_backward, LogPosition.Of(stream, 0), before - 1, range.Start, range.End);
        if (beforeEvent == 0)
            yield break;
        foreach (var found in Chunks(_backward))
        {
            foreach (var entry in found.Read().Reverse())
            {
                if (entry.Position < before && range.Contains(entry.Timestamp))
                    yield return entry;
            }
        }
    }

    /// <summary>All streams' chunks with events in the range, by their earliest event.</summary>
    public IEnumerable<Chunk> ByTime(LogTimeRange range)
    {
        Set(_byTime, range.Start, range.End);
        return Chunks(_byTime);
    }

    public void Dispose() => connection.Dispose();

    private static IEnumerable<Chunk> Chunks(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return new Chunk(rows.GetInt64(0), rows.GetInt32(1), rows.GetInt64(2), rows.GetInt64(3), (byte[])rows.GetValue(4));
    }

    private static void Set(SqliteCommand command, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
    }
}
