namespace BatchTools;

/// <summary>Tells the parameters of points by the axes of their sweep.</summary>
internal static class AxisColumns
{
    /// <summary>The parameters that differ between some points of a sweep.</summary>
    public static IEnumerable<PointColumn> Of(SweepDefinition sweep, IReadOnlyList<SweepPoint> points)
    {
        var stride = 1L;
        var columns = new List<PointColumn>();
        foreach (var axis in sweep.Axes.Reverse())
        {
            var (first, last, wraps) = Places(points, stride, axis.Values.Count);
            if (first < last)
                columns.Add(new(axis.Name, stride, wraps ? axis.Values.Count : null, first, Values(axis, first, last)));
            if (!sweep.Zip)
                stride *= axis.Values.Count;
        }

        return Enumerable.Reverse(columns);
    }

    private static (int First, int Last, bool Wraps) Places(IReadOnlyList<SweepPoint> points, long stride, int count)
    {
        var (first, last) = (int.MaxValue, 0);
        var wraps = false;
        foreach (var point in points)
        {
            var place = point.Index / stride;
            wraps |= place >= count;
            first = Math.Min(first, (int)(place % count));
            last = Math.Max(last, (int)(place % count));
        }

        return (first, last, wraps);
    }

    private static ColumnValues Values(SweepAxis axis, int first, int last)
    {
        var texts = new string[last - first + 1];
        for (var place = 0; place < texts.Length; place++)
            texts[place] = SweepValue.Text(axis.Values[first + place]);
        return ProgressionValues.Of(texts) ?? (ColumnValues)new ListedValues(texts);
    }
}
