using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Logs;

/// <summary>The log database's writing statements, prepared once. Used by its one writer.</summary>
internal sealed class LogStatements(SqliteConnection connection)
{
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
        var (first, last) = (LogPosition.Of(id, 0), LogPosition.Of(id, LogPosition.MaxEvent));
        Set(_measure, first, last);
        _addedBytes[group] = _addedBytes.GetValueOrDefault(group) - (long)_measure.ExecuteScalar()!;
        Execute(_removeChunks, first, last);
        Execute(_removeStream, id);
    }

    /// <summary>Executes the statements of a transaction.</summary>
    public void Write(IReadOnlyList<LogWrite> writes)
    {
        foreach (var write in writes)
            write.Apply(this);
        SaveSizes();
    }

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
