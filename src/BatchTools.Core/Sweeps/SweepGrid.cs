using System.Collections.ObjectModel;

namespace BatchTools;

/// <summary>A sweep whose points can be had in any order: each is counted out from its index.</summary>
/// <param name="definition">A sweep without faults.</param>
/// <param name="cancellationToken">Ends the check of the names.</param>
internal sealed class SweepGrid(SweepDefinition definition, CancellationToken cancellationToken)
{
    private readonly JobNames _names = JobNames.For(definition, cancellationToken);

    /// <summary>The sweep.</summary>
    public SweepDefinition Definition => definition;

    /// <summary>The number of points.</summary>
    public long Count { get; } = definition.PointCount;

    /// <summary>The point at an index.</summary>
    public SweepPoint At(long index)
    {
        Span<int> places = stackalloc int[definition.Axes.Count];
        var rest = index;
        for (var axis = places.Length - 1; axis >= 0; axis--)
        {
            if (definition.Zip)
            {
                places[axis] = (int)index;
            }
            else
            {
                places[axis] = (int)(rest % definition.Axes[axis].Values.Count);
                rest /= definition.Axes[axis].Values.Count;
            }
        }

        return new() { Index = index, JobName = _names.Name(index, places), Parameters = Parameters(places), Grid = this };
    }

    // A dictionary keeps the order of what is only added; read-only, it is still one that PowerShell takes members from.
    private ReadOnlyDictionary<string, object> Parameters(ReadOnlySpan<int> places)
    {
        var values = new Dictionary<string, object>(places.Length + definition.Fixed.Count, StringComparer.OrdinalIgnoreCase);
        for (var axis = 0; axis < places.Length; axis++)
            values.Add(definition.Axes[axis].Name, definition.Axes[axis].Values[places[axis]]);
        foreach (var (name, value) in definition.Fixed)
            values.Add(name, value);
        return new(values);
    }
}
