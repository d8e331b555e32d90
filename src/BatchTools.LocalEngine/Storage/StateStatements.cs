using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Storage;

/// <summary>The state database's writing statements, prepared once. Used by its one writer.</summary>
internal sealed class StateStatements(SqliteConnection connection)
{
    private readonly SqliteCommand _saveResource = Database.Prepare(
        connection,
        "INSERT OR REPLACE INTO resource (kind, id, sequence, body) VALUES ($kind, $id, $sequence, $body)",
        "$kind", "$id", "$sequence", "$body");

    private readonly SqliteCommand _removeResource = Database.Prepare(
        connection, "DELETE FROM resource WHERE kind = $kind AND id = $id", "$kind", "$id");

    private readonly SqliteCommand _addJob = Database.Prepare(
        connection,
        "INSERT OR REPLACE INTO job (sequence, id, queue, queue_name, definition, created, request) VALUES ($sequence, $id, $queue, $name, $definition, $created, $request)",
        "$sequence", "$id", "$queue", "$name", "$definition", "$created", "$request");

    private readonly SqliteCommand _saveState = Database.Prepare(
        connection,
        "INSERT OR REPLACE INTO job_state (job, child, state, flags, reason, end_reason, started, stopped, attempts) VALUES ($job, $child, $state, $flags, $reason, $end, $started, $stopped, $attempts)",
        "$job", "$child", "$state", "$flags", "$reason", "$end", "$started", "$stopped", "$attempts");

    private readonly SqliteCommand _removeStates = Database.Prepare(connection, "DELETE FROM job_state WHERE job = $job", "$job");

    private readonly SqliteCommand _removeJob = Database.Prepare(connection, "DELETE FROM job WHERE sequence = $job", "$job");

    public void SaveResource(string kind, string id, long sequence, byte[] body) => Execute(_saveResource, kind, id, sequence, body);

    public void RemoveResource(string kind, string id) => Execute(_removeResource, kind, id);

    public void AddJob(long sequence, string id, string queue, string queueName, string definition, long created, byte[] request) =>
        Execute(_addJob, sequence, id, queue, queueName, definition, created, request);

    public void RemoveJob(long sequence)
    {
        Execute(_removeStates, sequence);
        Execute(_removeJob, sequence);
    }

    public void SaveState(
        long job, int child, int state, int flags, string? reason, string? endReason, long started, long stopped, byte[]? attempts) =>
        Execute(_saveState, job, child, state, flags, reason, endReason, started, stopped, attempts);

    private static void Execute(SqliteCommand command, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
