using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Storage;
using BatchTools.LocalEngine.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private const string First = "CREATE TABLE thing (name TEXT); INSERT INTO thing VALUES ('kept');";
    private const string Second = "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 1;";
    private const string Third = "UPDATE thing SET size = size + 1;";

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Schemas => ["state.db", "logs.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Data_of_an_older_version_is_upgraded_in_order_and_only_once()
    {
        Open(First).Dispose();
        Open(First, Second, Third).Dispose();

        using var connection = Open(First, Second, Third);

        Assert.Equal((3L, "kept", 2L), (Scalar(connection, "PRAGMA user_version"), Scalar(connection, "SELECT name FROM thing"), Scalar(connection, "SELECT size FROM thing")));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_data_as_the_steps_before_it_made_it()
    {
        Open(First).Dispose();

        var error = Assert.Throws<LocalEngineException>(() => Open(First, Second, "UPDATE thing SET size = 5; INSERT INTO nowhere VALUES (1);"));

        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
        using var connection = Open(First, Second);
        Assert.Equal((2L, 1L), (Scalar(connection, "PRAGMA user_version"), Scalar(connection, "SELECT size FROM thing")));
    }

    [Fact]
    public void Data_of_a_newer_version_is_refused_and_left_alone()
    {
        Open(First, Second).Dispose();

        var error = Assert.Throws<LocalEngineException>(() => Open(First));

        Assert.Contains("was written by a newer version of BatchTools (schema 2; this one knows 1)", error.Message, StringComparison.Ordinal);
        using var connection = Open(First, Second);
        Assert.Equal("kept", Scalar(connection, "SELECT name FROM thing"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        File.WriteAllText(_folder.File("test.db"), new string('x', 8192));

        var error = Assert.Throws<LocalEngineException>(() => Open(First));

        Assert.Contains(_folder.File("test.db"), error.Message, StringComparison.Ordinal);
    }

    /// <summary>Version 1 is what the first release wrote; whatever comes after it must lead on from there.</summary>
    [Theory, MemberData(nameof(Schemas))]
    public void Every_schema_leads_from_its_first_version_to_its_newest(string file)
    {
        var upgrades = file == "state.db" ? StateSchema.Upgrades : LogSchema.Upgrades;
        Open([upgrades[0]]).Dispose();
        using var upgraded = Open([.. upgrades]);
        using var fresh = Database.Open(_folder.File("fresh.db"), "NORMAL", upgrades);

        Assert.Equal(Columns(fresh), Columns(upgraded));
        Assert.Equal((long)upgrades.Count, Scalar(upgraded, "PRAGMA user_version"));
    }

    private SqliteConnection Open(params string[] upgrades) => Database.Open(_folder.File("test.db"), "NORMAL", upgrades);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static List<string> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name || '.' || c.name || ' ' || c.type FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid";
        using var rows = command.ExecuteReader();
        var columns = new List<string>();
        while (rows.Read())
            columns.Add(rows.GetString(0));
        return columns;
    }
}
