namespace BatchTools;

/// <summary>Tells the parameters of points by how their values repeat themselves, where no axes are known.</summary>
internal static class RepeatingColumns
{
    /// <summary>The parameters that differ between some points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="index">The index of the first; the others follow it.</param>
    public static IEnumerable<PointColumn> Of(IReadOnlyList<SweepPoint> points, long index) =>
        points[0].Parameters.Keys
            .Select(name => Of(name, [.. points.Select(point => SweepValue.Text(point.Parameters[name]))], index))
            .OfType<PointColumn>();

    /// <summary>The column of some values; null if they are all the same.</summary>
    internal static PointColumn? Of(string name, string[] texts, long index)
    {
        var stride = 0L;
        for (var place = 1; place < texts.Length; place++)
        {
            if (texts[place] != texts[place - 1])
                stride = GreatestDivisor(index + place, stride);
        }

        if (stride == 0)
            return null;
        var first = index / stride;
        var runs = new string[((index + texts.Length - 1) / stride) - first + 1];
        for (var run = 0; run < runs.Length; run++)
            runs[run] = texts[Math.Max(0, ((first + run) * stride) - index)];
        var period = Period(runs);
        if (period == runs.Length)
            return new(name, stride, null, first, Values(runs));
        var cycle = new string[period];
        for (var run = 0; run < period; run++)
            cycle[(first + run) % period] = runs[run];
        return new(name, stride, period, 0, Values(cycle));
    }

    // The shortest beginning that, repeated, gives all: from the longest beginning that is an end as well (Knuth, Morris, Pratt).
    private static int Period(string[] texts)
    {
        var borders = new int[texts.Length];
        for (int place = 1, border = 0; place < texts.Length; place++)
        {
            while (border > 0 && texts[place] != texts[border])
                border = borders[border - 1];
            if (texts[place] == texts[border])
                border++;
            borders[place] = border;
        }

        return texts.Length - borders[^1];
    }

    private static ColumnValues Values(string[] texts) => ProgressionValues.Of(texts) ?? (ColumnValues)new ListedValues(texts);

    private static long GreatestDivisor(long one, long other) => other == 0 ? one : GreatestDivisor(other, one % other);
}
