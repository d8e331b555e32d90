namespace BatchTools;

/// <summary>Names folded jobs after their points.</summary>
/// <param name="given">The name that the user gave; null: none.</param>
internal sealed class FoldNames(string? given)
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The name for a job: as given, else what the names of its points begin with; numbered from the second job on.</summary>
    public string Next(IReadOnlyList<SweepPoint> points)
    {
        var name = given ?? Common(points);
        var number = _used[name] = _used.GetValueOrDefault(name) + 1;
        return number == 1 ? name : JobNames.Numbered(name, number);
    }

    private static string Common(IReadOnlyList<SweepPoint> points)
    {
        var name = points[0].JobName.AsSpan();
        foreach (var point in points)
            name = name[..name.CommonPrefixLength(point.JobName)];
        // Half a number or a word says nothing; what stands before the last mark does.
        if (name.Length < points[0].JobName.Length && name.LastIndexOfAny('-', '_') is > 0 and var mark)
            name = name[..mark];
        name = name.TrimEnd("-_");
        return name.IsEmpty ? "sweep" : name.ToString();
    }
}
