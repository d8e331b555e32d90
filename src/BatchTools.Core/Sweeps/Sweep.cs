namespace BatchTools;

/// <summary>Expands sweeps into points.</summary>
public static class Sweep
{
    /// <summary>
    /// The points of a sweep, the last axis fastest, each made only when it is asked for. What is wrong with the definition
    /// is told here, before the first point.
    /// </summary>
    /// <param name="definition">The sweep.</param>
    /// <returns>The points, in order.</returns>
    /// <exception cref="BatchException">
    /// An axis is empty or named twice, a value is a list, or the job name template names no parameter.
    /// </exception>
    public static IEnumerable<SweepPoint> Expand(SweepDefinition definition)
    {
        var grid = Grid(definition);
        return Points(grid);
    }

    /// <summary>
    /// Some points of a sweep, drawn at random, each as likely as any other and none twice. The same seed draws the same
    /// points of the same sweep; the others are never made.
    /// </summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="count">How many; all if there are fewer.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The points, in the order of the sweep.</returns>
    /// <exception cref="BatchException">The definition is wrong, as for <see cref="Expand"/>.</exception>
    public static IEnumerable<SweepPoint> Sample(SweepDefinition definition, int count, int seed)
    {
        var grid = Grid(definition);
        return SampleIndexes.Draw(grid.Count, count, new SampleNumbers(seed)).Select(grid.At);
    }

    private static SweepGrid Grid(SweepDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return SweepChecks.Find(definition).FirstOrDefault() is { } problem ? throw problem : new SweepGrid(definition);
    }

    private static IEnumerable<SweepPoint> Points(SweepGrid grid)
    {
        for (var index = 0L; index < grid.Count; index++)
            yield return grid.At(index);
    }
}
