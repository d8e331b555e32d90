namespace BatchTools;

/// <summary>What is made of the points of a sweep: some are left out, some drawn, and all packed into chunks if asked for.</summary>
/// <param name="isExcluded">Which points to leave out; null: none.</param>
/// <param name="sample">How many points to draw; null: all are taken.</param>
/// <param name="seed">Decides which points are drawn.</param>
/// <param name="chunk">How many points to pack into one job; null: each point has its own.</param>
/// <param name="cancellationToken">Ends the check of a sweep, the drawing and the points.</param>
internal sealed class PointSelection(Func<SweepPoint, bool>? isExcluded, int? sample, int seed, int? chunk, CancellationToken cancellationToken = default)
{
    private readonly PointSample? _sample = sample is { } count ? new(count, seed) : null;
    private readonly PointChunks? _chunks = chunk is { } size ? new(size) : null;

    /// <summary>What a whole sweep gives; to be completed by <see cref="Complete"/>.</summary>
    /// <exception cref="BatchException">The definition is wrong.</exception>
    public IEnumerable<object> Of(SweepDefinition sweep) => sample is { } count && isExcluded is null
        ? Sweep.Drawn(sweep, count, seed, cancellationToken).SelectMany(Pack)
        : Sweep.Points(sweep, cancellationToken).SelectMany(Add);

    /// <summary>What one more point gives: points or chunks, or nothing yet.</summary>
    public IEnumerable<object> Add(SweepPoint point)
    {
        if (isExcluded?.Invoke(point) == true)
            return [];
        if (_sample is null)
            return Pack(point);
        _sample.Add(point);
        return [];
    }

    /// <summary>What is left when there are no more points.</summary>
    public IEnumerable<object> Complete()
    {
        foreach (var item in (_sample?.Points ?? []).SelectMany(Pack))
            yield return item;
        if (_chunks?.Rest() is { } last)
            yield return last;
    }

    private IEnumerable<object> Pack(SweepPoint point) => _chunks is null ? [point] : _chunks.Add(point) is { } full ? [full] : [];
}
