namespace BatchTools;

/// <summary>What some points of a sweep have in common, and how the rest of each follows from its position.</summary>
/// <param name="Indexes">The indexes that the parameters follow from, by position.</param>
/// <param name="AreOfSweep">Whether these indexes are those of the points in their sweep.</param>
/// <param name="Columns">The parameters that differ.</param>
/// <param name="Constants">The parameters that all points share.</param>
internal sealed record PointTable(
    PointIndexes Indexes, bool AreOfSweep, IReadOnlyList<PointColumn> Columns, IReadOnlyDictionary<string, string> Constants)
{
    /// <summary>The ways to tell points that have the same parameters, the one that is likely the shortest first.</summary>
    public static IEnumerable<PointTable> Of(IReadOnlyList<SweepPoint> points)
    {
        var indexes = PointIndexes.Of(points.Select(point => point.Index));
        if (points[0].Grid is { } grid && points.All(point => point.Grid == grid))
            yield return Of(indexes, true, AxisColumns.Of(grid.Definition, points), points[0]);
        if (indexes.IsOneRun)
            yield return Of(indexes, true, RepeatingColumns.Of(points, points[0].Index), points[0]);
        else
            yield return Of(PointIndexes.To(points.Count - 1), false, RepeatingColumns.Of(points, 0), points[0]);
    }

    private static PointTable Of(PointIndexes indexes, bool areOfSweep, IEnumerable<PointColumn> columns, SweepPoint first)
    {
        PointColumn[] different = [.. columns];
        var constants = first.Parameters
            .Where(parameter => !different.Any(column => column.Name == parameter.Key))
            .ToDictionary(parameter => parameter.Key, parameter => SweepValue.Text(parameter.Value), StringComparer.Ordinal);
        return new(indexes, areOfSweep, different, constants);
    }
}
