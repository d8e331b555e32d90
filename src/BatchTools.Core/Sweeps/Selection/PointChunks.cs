namespace BatchTools;

/// <summary>Packs points that come one after the other into chunks.</summary>
/// <param name="size">The points of a chunk; the last may have fewer.</param>
internal sealed class PointChunks(int size)
{
    private List<SweepPoint> _points = [];
    private long _index;

    /// <summary>Takes a point; gives the chunk that it fills, or null.</summary>
    public SweepChunk? Add(SweepPoint point)
    {
        _points.Add(point);
        return _points.Count < size ? null : Rest();
    }

    /// <summary>The points of a chunk that is not full; null if there are none.</summary>
    public SweepChunk? Rest()
    {
        if (_points.Count == 0)
            return null;
        var chunk = new SweepChunk { Index = _index++, Points = _points };
        _points = [];
        return chunk;
    }
}
