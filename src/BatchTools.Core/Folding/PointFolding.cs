namespace BatchTools;

/// <summary>Folds points of a sweep into one request: an array job, a job for a chunk, or an array of chunks.</summary>
/// <param name="target">What the points are folded over.</param>
/// <param name="options">How the requests will be submitted.</param>
internal sealed class PointFolding(FoldTarget target, SubmitOptions options)
{
    /// <summary>The most children that an array job can have.</summary>
    public const int MostChildren = 10_000;

    /// <summary>Whether two points can be told in one table.</summary>
    public static bool AreAlike(SweepPoint one, SweepPoint other) =>
        (one.Grid is not null && one.Grid == other.Grid) || one.Parameters.Keys.SequenceEqual(other.Parameters.Keys, StringComparer.Ordinal);

    /// <summary>Why a point can be in no folded job; null if it can.</summary>
    public static string? Obstacle(SweepPoint point)
    {
        foreach (var (name, value) in point.Parameters)
        {
            if (!ShellWord.CanCarry(SweepValue.Text(value)))
                return $"the value of '{name}' at the point '{point}' holds what no shell can carry";
            if (name.Contains('\n') || name.Contains("Ref::", StringComparison.Ordinal))
                return $"the parameter name '{name}' can not stand in a script";
        }

        return null;
    }

    /// <summary>The request for points, in order; null if it would be too large.</summary>
    /// <param name="points">Points that are alike and have no obstacle.</param>
    /// <param name="chunk">How many of them a job computes; null: each its own child of an array.</param>
    /// <param name="name">The name of the job.</param>
    public JobRequest? Fold(IReadOnlyList<SweepPoint> points, int? chunk, string name) => PointTable.Of(points)
        .Select(table => Request(table, points, chunk, name))
        .FirstOrDefault(request => RequestRules.Fits(RequestBuilder.ToRequest(request, options)));

    private JobRequest Request(PointTable table, IReadOnlyList<SweepPoint> points, int? chunk, string name)
    {
        // What all points share goes the way of a single point.
        var shared = new SweepPoint
        {
            Index = points[0].Index,
            JobName = name,
            Parameters = table.Constants.ToDictionary(pair => pair.Key, pair => (object)pair.Value, StringComparer.Ordinal),
        }.ToRequest(target.Template);
        var values = new Dictionary<string, string>(target.Parameters, StringComparer.Ordinal);
        foreach (var (parameter, value) in table.Constants)
            values[parameter] = value;
        var children = chunk is { } size ? (points.Count + size - 1) / size : points.Count;
        var script = new PointScript(table, target.Command, values);
        return shared with
        {
            ArraySize = children > 1 ? children : null,
            Command =
            [
                "sh", "-c", chunk is { } length ? script.Chunk(length, points.Count, children > 1) : script.OnePoint(),
                table.AreOfSweep ? FoldedPoint.ByIndex : FoldedPoint.ByPlace,
            ],
            Tags = new Dictionary<string, string>(shared.Tags, StringComparer.Ordinal)
            {
                [WorkloadTags.Point] = points.Count == 1 ? SweepValue.Text(points[0].Index) : $"{SweepValue.Text(points[0].Index)}-{SweepValue.Text(points[^1].Index)}",
            },
        };
    }
}
