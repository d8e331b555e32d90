using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Storage;

/// <summary>Opens SQLite files the way the engine uses them.</summary>
internal static class Database
{
    static Database() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens a file in WAL mode and brings its schema to the newest version.</summary>
    /// <param name="file">The database file; made where it does not exist.</param>
    /// <param name="synchronous">FULL: a commit survives the loss of power. NORMAL: it survives the loss of the process.</param>
    /// <param name="upgrades">The statements that lead from each schema version to the next one.</param>
    public static SqliteConnection Open(string file, string synchronous, IReadOnlyList<string> upgrades)
    {
        var connection = Connect(file);
        try
        {
            Execute(connection, $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 5000;");
            Upgrade(connection, upgrades);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new LocalEngineException($"The engine's data in '{file}' cannot be opened: {e.Message} Give another data folder, or restore the file.", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A further connection that only reads.</summary>
    public static SqliteConnection OpenReader(string file)
    {
        var connection = Connect(file);
        Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;");
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A command that is prepared once and executed often; its parameters are named in the text's order.</summary>
    public static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new LocalEngineException($"The engine's data in '{file}' cannot be opened: {e.Message}", e);
        }
    }

    private static void Upgrade(SqliteConnection connection, IReadOnlyList<string> upgrades)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = (long)command.ExecuteScalar()!;
        if (version > upgrades.Count)
        {
            throw new LocalEngineException(
                $"The data in '{connection.DataSource}' was written by a newer version of BatchTools (schema {version}; this one knows {upgrades.Count}). Update BatchTools or give another data folder.");
        }

        for (; version < upgrades.Count; version++)
            Execute(connection, $"BEGIN IMMEDIATE; {upgrades[(int)version]} PRAGMA user_version = {version + 1}; COMMIT;");
    }
}
