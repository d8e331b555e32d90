namespace BatchTools;

/// <summary>Points that came one after the other and may share array jobs.</summary>
/// <param name="first">The first of them, or the first chunk.</param>
internal sealed class FoldBatch(PointRequest first)
{
    private readonly List<SweepPoint> _points = [.. first.Points];
    private bool _isClosed;

    /// <summary>What the points share.</summary>
    public JobRequest Template => first.Template;

    /// <summary>How many points a child computes; null: one, and no chunk.</summary>
    public int? Chunk => first.IsChunk ? first.Points.Count : null;

    /// <summary>How many children the points would make.</summary>
    public int Children => (_points.Count + first.Points.Count - 1) / first.Points.Count;

    /// <summary>Whether an array job can take no more.</summary>
    public bool IsFull => Children >= PointFolding.MostChildren;

    /// <summary>Adds points, if they may share a job with those that are there.</summary>
    /// <returns>Whether they were added.</returns>
    public bool TryAdd(PointRequest item)
    {
        var isAlike = !_isClosed && item.Template == Template && item.IsChunk == first.IsChunk
            && item.Points.Count <= first.Points.Count && PointFolding.AreAlike(first.Points[0], item.Points[0]);
        if (isAlike)
        {
            _points.AddRange(item.Points);
            // Only the last chunk of an array may be shorter than the others.
            _isClosed = item.Points.Count < first.Points.Count;
        }

        return isAlike;
    }

    /// <summary>The points of the first so many children.</summary>
    public IReadOnlyList<SweepPoint> Of(int children) => children >= Children ? _points : _points.GetRange(0, children * first.Points.Count);

    /// <summary>Takes the points of the first so many children away.</summary>
    public void Remove(int children) => _points.RemoveRange(0, Math.Min(_points.Count, children * first.Points.Count));
}
