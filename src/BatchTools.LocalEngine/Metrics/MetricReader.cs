using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Metrics;

/// <summary>Reads metrics over one connection. Used by one caller at a time.</summary>
internal sealed class MetricReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _metrics = Database.Prepare(
        connection,
        """
        SELECT id, namespace, name, dimensions, latest FROM metric
        WHERE id > $after AND latest >= $since AND ($namespace IS NULL OR namespace = $namespace) AND ($name IS NULL OR name = $name)
        ORDER BY id
        """,
        "$after", "$since", "$namespace", "$name");

    private readonly SqliteCommand _points = Database.Prepare(
        connection,
        """
        SELECT time, unit, count, sum, minimum, maximum FROM point
        WHERE metric = (SELECT id FROM metric WHERE namespace = $namespace AND name = $name AND dimensions = $dimensions)
            AND time >= $start AND time < $end AND ($unit IS NULL OR unit = $unit)
        ORDER BY time, unit
        """,
        "$namespace", "$name", "$dimensions", "$start", "$end", "$unit");

    /// <summary>The metrics with numbers greater than <paramref name="after"/> and values not older than <paramref name="since"/>, by number.</summary>
    public IEnumerable<MetricEntry> Metrics(long after, long since, string? @namespace, string? name)
    {
        Bind(_metrics, after, since, @namespace, name);
        using var rows = _metrics.ExecuteReader();
        while (rows.Read())
            yield return new MetricEntry(rows.GetInt64(0), new MetricKey(rows.GetString(1), rows.GetString(2), rows.GetString(3)), rows.GetInt64(4));
    }

    /// <summary>A metric's values from <paramref name="start"/> to before <paramref name="end"/>, by time and unit.</summary>
    public IEnumerable<MetricPoint> Points(MetricKey key, long start, long end, string? unit)
    {
        Bind(_points, key.Namespace, key.Name, key.Dimensions, start, end, unit);
        using var rows = _points.ExecuteReader();
        while (rows.Read())
            yield return new MetricPoint(rows.GetInt64(0), rows.GetString(1), rows.GetDouble(2), rows.GetDouble(3), rows.GetDouble(4), rows.GetDouble(5));
    }

    public void Dispose() => connection.Dispose();

    private static void Bind(SqliteCommand command, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
    }
}
