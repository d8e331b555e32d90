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

    public void SaveGroup(LogGroupEntry group) => Execute(_saveGroup, group.Id, group.Name, group.CreatedAt, group.RetentionInDays);

    public void AddStream(long id, long group, string name, long createdAt) => Execute(_addStream, id, group, name, createdAt);

    public void AddChunk(long stream, long group, ChunkBuilder chunk, long ingestedAt)
    {
        Execute(_addChunk, LogPosition.Of(stream, chunk.FirstEvent), chunk.Events, chunk.Earliest, chunk.Latest, ingestedAt, chunk.ToBody());
        _addedBytes[group] = _addedBytes.GetValueOrDefault(group) + chunk.Bytes;
    }

    /// <summary>Adds what was written since the last call to the groups' sizes; once a transaction.</summary>
    public void SaveSizes()
    {
        foreach (var (group, bytes) in _addedBytes)
            Execute(_addBytes, bytes, group);
        _addedBytes.Clear();
    }

    private static void Execute(SqliteCommand command, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
