using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Logs;

/// <summary>The log database's writing statements, prepared once. Used by its one writer.</summary>
internal sealed class LogStatements(SqliteConnection connection)
{
    // Chunks are indexed by both times.
    private static readonly string Expired =
        $"earliest < $before AND latest < $before AND id >> {LogPosition.EventBits} IN (SELECT id FROM log_stream WHERE log_group = $group)";

    private readonly Dictionary<long, long> _addedBytes = [];

    private readonly SqliteCommand _saveGroup = Database.Prepare(
        connection,
        "INSERT INTO log_group (id, name, created, retention, bytes) VALUES ($id, $name, $created, $retention, 0) ON CONFLICT (id) DO UPDATE SET retention = excluded.retention",
        "$id", "$name", "$created", "$retention");

    private readonly SqliteCommand _addStream = Database.Prepare(
        connection,
        "INSERT INTO log_stream (id, log_group, name, created) VALUES ($id, $group, $name, $created)",
        "$id", "$group", "$name", "$created");

    private readonly SqliteCommand _addChunk = Database.Prepare(
        connection,
        "INSERT INTO chunk (id, events, earliest, latest, ingested, body) VALUES ($id, $events, $earliest, $latest, $ingested, $body)",
        "$id", "$events", "$earliest", "$latest", "$ingested", "$body");

    private readonly SqliteCommand _addBytes = Database.Prepare(
        connection, "UPDATE log_group SET bytes = bytes + $bytes WHERE id = $id", "$bytes", "$id");

    private readonly SqliteCommand _findStream = Database.Prepare(
        connection, "SELECT id FROM log_stream WHERE log_group = $group AND name = $name", "$group", "$name");

    private readonly SqliteCommand _measure = Database.Prepare(
        connection, "SELECT coalesce(sum(length(body)), 0) FROM chunk WHERE id BETWEEN $from AND $to", "$from", "$to");

    private readonly SqliteCommand _removeChunks = Database.Prepare(connection, "DELETE FROM chunk WHERE id BETWEEN $from AND $to", "$from", "$to");

    private readonly SqliteCommand _removeStream = Database.Prepare(connection, "DELETE FROM log_stream WHERE id = $id", "$id");

    private readonly SqliteCommand _streamsOf = Database.Prepare(connection, "SELECT id FROM log_stream WHERE log_group = $group", "$group");

    private readonly SqliteCommand _removeStreamsOf = Database.Prepare(connection, "DELETE FROM log_stream WHERE log_group = $group", "$group");

    private readonly SqliteCommand _removeGroup = Database.Prepare(connection, "DELETE FROM log_group WHERE id = $id", "$id");

    private readonly SqliteCommand _measureExpired = Database.Prepare(
        connection, $"SELECT coalesce(sum(length(body)), 0) FROM chunk WHERE {Expired}", "$group", "$before");

    private readonly SqliteCommand _removeExpired = Database.Prepare(connection, $"DELETE FROM chunk WHERE {Expired}", "$group", "$before");

    public void SaveGroup(LogGroupEntry group) => Execute(_saveGroup, group.Id, group.Name, group.CreatedAt, group.RetentionInDays);

    public void AddStream(long id, long group, string name, long createdAt) => Execute(_addStream, id, group, name, createdAt);

    public void AddChunk(long stream, long group, ChunkBuilder chunk, long ingestedAt)
    {
        Execute(_addChunk, LogPosition.Of(stream, chunk.FirstEvent), chunk.Events, chunk.Earliest, chunk.Latest, ingestedAt, chunk.ToBody());
        _addedBytes[group] = _addedBytes.GetValueOrDefault(group) + chunk.Bytes;
    }

    /// <summary>Removes a stream with its events; nothing happens where there is none of the name.</summary>
    public void RemoveStream(long group, string name)
    {
        Set(_findStream, group, name);
        if (_findStream.ExecuteScalar() is not long id)
            return;
        Set(_measure, LogPosition.Of(id, 0), LogPosition.Of(id, LogPosition.MaxEvent));
        _addedBytes[group] = _addedBytes.GetValueOrDefault(group) - (long)_measure.ExecuteScalar()!;
        RemoveChunks(id);
        Execute(_removeStream, id);
    }

    /// <summary>Removes a group with all that is in it.</summary>
    public void RemoveGroup(long group)
    {
        Set(_streamsOf, group);
        var streams = new List<long>();
        using (var rows = _streamsOf.ExecuteReader())
        {
            while (rows.Read())
                streams.Add(rows.GetInt64(0));
        }

        streams.ForEach(RemoveChunks);
        Execute(_removeStreamsOf, group);
        Execute(_removeGroup, group);
        _addedBytes.Remove(group);
    }

    /// <summary>Removes a group's chunks whose events are all from before a time. Streams stay, as on AWS.</summary>
    public void RemoveExpired(long group, long before)
    {
        Set(_measureExpired, group, before);
        if ((long)_measureExpired.ExecuteScalar()! is var bytes and > 0)
        {
            _addedBytes[group] = _addedBytes.GetValueOrDefault(group) - bytes;
            Execute(_removeExpired, group, before);
        }
    }

    /// <summary>Executes the statements of a transaction.</summary>
    public void Write(IReadOnlyList<LogWrite> writes)
    {
        foreach (var write in writes)
            write.Apply(this);
        SaveSizes();
    }

    private void RemoveChunks(long stream) => Execute(_removeChunks, LogPosition.Of(stream, 0), LogPosition.Of(stream, LogPosition.MaxEvent));

    // What was added to the groups, once a transaction.
    private void SaveSizes()
    {
        foreach (var (group, bytes) in _addedBytes)
            Execute(_addBytes, bytes, group);
        _addedBytes.Clear();
    }

    private static void Execute(SqliteCommand command, params object?[] values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
    }
}
