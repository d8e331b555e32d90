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
    public static IEnumerable<SweepPoint> Expand(SweepDefinition definition) => Points(definition, CancellationToken.None);

    /// <summary>
    /// Some points of a sweep, drawn at random, each as likely as any other and none twice. The same seed draws the same
    /// points of the same sweep; the others are never made.
    /// </summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="count">How many; all if there are fewer.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The points, in the order of the sweep.</returns>
    /// <exception cref="BatchException">The definition is wrong, as for <see cref="Expand"/>.</exception>
    public static IEnumerable<SweepPoint> Sample(SweepDefinition definition, int count, int seed) => Drawn(definition, count, seed, CancellationToken.None);

    /// <summary>The points; the check of the definition, which may take a while, and the points can be ended.</summary>
    internal static IEnumerable<SweepPoint> Points(SweepDefinition definition, CancellationToken cancellationToken) =>
        Points(Grid(definition, cancellationToken), cancellationToken);

    /// <summary>Drawn points; the check of the definition and the drawing can be ended.</summary>
    internal static IEnumerable<SweepPoint> Drawn(SweepDefinition definition, int count, int seed, CancellationToken cancellationToken)
    {
        var grid = Grid(definition, cancellationToken);
        return SampleIndexes.Draw(grid.Count, count, new SampleNumbers(seed), cancellationToken).Select(grid.At);
    }

    private static SweepGrid Grid(SweepDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return SweepChecks.Find(definition).FirstOrDefault() is { } problem ? throw problem : new SweepGrid(definition, cancellationToken);
    }

    private static IEnumerable<SweepPoint> Points(SweepGrid grid, CancellationToken cancellationToken)
    {
        for (var index = 0L; index < grid.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return grid.At(index);
        }
    }
}
