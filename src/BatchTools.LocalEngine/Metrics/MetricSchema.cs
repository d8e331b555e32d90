namespace BatchTools.LocalEngine.Metrics;

/// <summary>The tables of the database of metrics, as the steps from one schema version to the next.</summary>
internal static class MetricSchema
{
    public static IReadOnlyList<string> Upgrades { get; } =
    [
        """
        CREATE TABLE metric (
            id INTEGER PRIMARY KEY,
            namespace TEXT NOT NULL,
            name TEXT NOT NULL,
            dimensions TEXT NOT NULL,
            latest INTEGER NOT NULL,
            UNIQUE (namespace, name, dimensions)
        );
        -- What was put in one second or minute, added up.
        CREATE TABLE point (
            metric INTEGER NOT NULL,
            time INTEGER NOT NULL,
            unit TEXT NOT NULL,
            count REAL NOT NULL,
            sum REAL NOT NULL,
            minimum REAL NOT NULL,
            maximum REAL NOT NULL,
            PRIMARY KEY (metric, time, unit)
        ) WITHOUT ROWID;
        CREATE INDEX point_time ON point (time);
        """,
    ];
}
