namespace BatchTools.LocalEngine.Storage;

/// <summary>The tables of the state database, as the steps from one schema version to the next.</summary>
internal static class StateSchema
{
    /// <summary>The child column of a job that is no array's child.</summary>
    public const int NoChild = -1;

    public static IReadOnlyList<string> Upgrades { get; } =
    [
        """
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        -- Environments, queues and definitions: their descriptions in AWS's JSON.
        CREATE TABLE resource (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (kind, id)
        ) WITHOUT ROWID;
        -- What was submitted: the SubmitJob request in AWS's JSON. An array is one row.
        CREATE TABLE job (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            queue TEXT NOT NULL,
            queue_name TEXT NOT NULL,
            definition TEXT NOT NULL,
            created INTEGER NOT NULL,
            request BLOB NOT NULL
        );
        -- What became of it: a row for a job or child as soon as there is something that does not follow from the rest.
        CREATE TABLE job_state (
            job INTEGER NOT NULL,
            child INTEGER NOT NULL,
            state INTEGER NOT NULL,
            flags INTEGER NOT NULL,
            reason TEXT,
            end_reason TEXT,
            started INTEGER NOT NULL,
            stopped INTEGER NOT NULL,
            attempts BLOB,
            PRIMARY KEY (job, child)
        ) WITHOUT ROWID;
        """,
    ];
}
