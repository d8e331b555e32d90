namespace BatchTools.LocalEngine.Logs;

/// <summary>The tables of the log database, as the steps from one schema version to the next.</summary>
internal static class LogSchema
{
    public static IReadOnlyList<string> Upgrades { get; } =
    [
        """
        CREATE TABLE log_group (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL,
            retention INTEGER,
            bytes INTEGER NOT NULL
        );
        CREATE TABLE log_stream (
            id INTEGER PRIMARY KEY,
            log_group INTEGER NOT NULL,
            name TEXT NOT NULL,
            created INTEGER NOT NULL,
            UNIQUE (log_group, name)
        );
        -- A run of events of one stream. The id is the stream's in the upper half, the first event's number in the lower one.
        CREATE TABLE chunk (
            id INTEGER PRIMARY KEY,
            events INTEGER NOT NULL,
            earliest INTEGER NOT NULL,
            latest INTEGER NOT NULL,
            ingested INTEGER NOT NULL,
            body BLOB NOT NULL
        );
        CREATE INDEX chunk_time ON chunk (earliest, latest);
        """,
    ];
}
