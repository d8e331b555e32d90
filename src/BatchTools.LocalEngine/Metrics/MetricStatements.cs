using BatchTools.LocalEngine.Storage;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Metrics;

/// <summary>The writing statements of the database of metrics, prepared once. Used by its one writer.</summary>
internal sealed class MetricStatements(SqliteConnection connection)
{
    private readonly SqliteCommand _saveMetric = Database.Prepare(
        connection,
        """
        INSERT INTO metric (namespace, name, dimensions, latest) VALUES ($namespace, $name, $dimensions, $time)
        ON CONFLICT (namespace, name, dimensions) DO UPDATE SET latest = max(latest, excluded.latest)
        """,
        "$namespace", "$name", "$dimensions", "$time");

    private readonly SqliteCommand _addPoint = Database.Prepare(
        connection,
        """
        INSERT INTO point (metric, time, unit, count, sum, minimum, maximum)
        SELECT id, $time, $unit, $count, $sum, $minimum, $maximum FROM metric WHERE namespace = $namespace AND name = $name AND dimensions = $dimensions
        ON CONFLICT (metric, time, unit) DO UPDATE SET
            count = count + excluded.count, sum = sum + excluded.sum,
            minimum = min(minimum, excluded.minimum), maximum = max(maximum, excluded.maximum)
        """,
        "$time", "$unit", "$count", "$sum", "$minimum", "$maximum", "$namespace", "$name", "$dimensions");

    private readonly SqliteCommand _removePoints = Database.Prepare(connection, "DELETE FROM point WHERE time < $before", "$before");

    private readonly SqliteCommand _removeMetrics = Database.Prepare(connection, "DELETE FROM metric WHERE latest < $before", "$before");

    /// <summary>Executes the statements of a transaction.</summary>
    public void Write(IReadOnlyList<MetricWrite> writes)
    {
        foreach (var write in writes)
            write.Apply(this);
    }

    public void Add(MetricKey key, MetricPoint point)
    {
        Execute(_saveMetric, key.Namespace, key.Name, key.Dimensions, point.Time);
        Execute(_addPoint, point.Time, point.Unit, point.Count, point.Sum, point.Minimum, point.Maximum, key.Namespace, key.Name, key.Dimensions);
    }

    public void RemoveBefore(long before)
    {
        Execute(_removePoints, before);
        Execute(_removeMetrics, before);
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }
}
