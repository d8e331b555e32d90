namespace BatchTools;

/// <summary>Draws some of many indexes without going through the many: Floyd's way.</summary>
internal static class SampleIndexes
{
    /// <summary>So many indexes below a total, none twice, in ascending order; all if there are no more.</summary>
    public static IReadOnlyCollection<long> Draw(long total, int count, SampleNumbers numbers, CancellationToken cancellationToken)
    {
        var drawn = new SortedSet<long>();
        for (var last = Math.Max(0, total - count); last < total; last++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!drawn.Add(numbers.Below(last + 1)))
                drawn.Add(last);
        }

        return drawn;
    }
}
