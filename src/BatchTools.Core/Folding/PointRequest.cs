namespace BatchTools;

/// <summary>Points of a sweep, and what their jobs share.</summary>
/// <param name="Template">Queue, definition and everything else; the same object for all points that may share a job.</param>
/// <param name="Points">The points: none for a job of its own, one, or those of a chunk.</param>
/// <param name="IsChunk">Whether one job computes the points one after the other.</param>
public sealed record PointRequest(JobRequest Template, IReadOnlyList<SweepPoint> Points, bool IsChunk)
{
    /// <summary>A job that is no point of a sweep.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The request.</returns>
    public static PointRequest Of(JobRequest job) => new(job, [], false);

    /// <summary>A job for a point.</summary>
    /// <param name="template">What it shares with others.</param>
    /// <param name="point">The point.</param>
    /// <returns>The request.</returns>
    public static PointRequest Of(JobRequest template, SweepPoint point) => new(template, [point], false);

    /// <summary>A job for a chunk.</summary>
    /// <param name="template">What it shares with others.</param>
    /// <param name="chunk">The chunk.</param>
    /// <returns>The request.</returns>
    public static PointRequest Of(JobRequest template, SweepChunk chunk) => new(template, chunk.Points, true);
}
