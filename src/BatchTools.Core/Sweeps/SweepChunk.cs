namespace BatchTools;

/// <summary>Points of a sweep that one job computes, one after the other.</summary>
public sealed class SweepChunk
{
    /// <summary>The place of the chunk among the chunks, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The points, in order; at least one.</summary>
    public required IReadOnlyList<SweepPoint> Points { get; init => field = Indexable.Of(value); }

    /// <summary>The name of its job: that of the first point.</summary>
    public string JobName => Points[0].JobName;

    /// <summary>Gives the name of the chunk's job.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => JobName;
}
