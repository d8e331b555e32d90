using System.Collections.ObjectModel;

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
        ArgumentNullException.ThrowIfNull(definition);
        if (SweepChecks.Find(definition).FirstOrDefault() is { } problem)
            throw problem;
        return Points(definition, JobNames.For(definition));
    }

    private static IEnumerable<SweepPoint> Points(SweepDefinition definition, JobNames names)
    {
        var places = new int[definition.Axes.Count];
        for (long index = 0, count = definition.PointCount; index < count; index++)
        {
            yield return new()
            {
                Index = index,
                JobName = names.Name(index, places),
                Parameters = Parameters(definition, places),
            };
            Advance(places, definition.Axes);
        }
    }

    // A dictionary keeps the order of what is only added; read-only, it is still one that PowerShell takes members from.
    private static ReadOnlyDictionary<string, object> Parameters(SweepDefinition definition, int[] places)
    {
        var values = new Dictionary<string, object>(places.Length + definition.Fixed.Count, StringComparer.OrdinalIgnoreCase);
        for (var axis = 0; axis < places.Length; axis++)
            values.Add(definition.Axes[axis].Name, definition.Axes[axis].Values[places[axis]]);
        foreach (var (name, value) in definition.Fixed)
            values.Add(name, value);
        return new(values);
    }

    private static void Advance(int[] places, IReadOnlyList<SweepAxis> axes)
    {
        for (var axis = places.Length - 1; axis >= 0 && ++places[axis] == axes[axis].Values.Count; axis--)
            places[axis] = 0;
    }
}
