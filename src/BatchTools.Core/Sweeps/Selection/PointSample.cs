namespace BatchTools;

/// <summary>Draws some of the points that come, however many they will be: a reservoir.</summary>
/// <param name="count">How many to keep.</param>
/// <param name="seed">Decides which.</param>
internal sealed class PointSample(int count, int seed)
{
    private readonly List<(long Place, SweepPoint Point)> _kept = [];
    private readonly SampleNumbers _numbers = new(seed);
    private long _seen;

    /// <summary>Takes note of one more point.</summary>
    public void Add(SweepPoint point)
    {
        var place = _seen++;
        if (_kept.Count < count)
            _kept.Add((place, point));
        else if (_numbers.Below(_seen) is var drawn && drawn < count)
            _kept[(int)drawn] = (place, point);
    }

    /// <summary>The points that were drawn, in the order in which they came.</summary>
    public IEnumerable<SweepPoint> Points => _kept.OrderBy(one => one.Place).Select(one => one.Point);
}
