namespace BatchTools;

/// <summary>Names many jobs in few words.</summary>
internal static class IndexList
{
    private const int NamesAtMost = 5;

    /// <summary>Numbers as ranges: 0-4,7.</summary>
    public static string Of(IEnumerable<int> numbers) => PointIndexes.Of(numbers.Distinct().Order().Select(number => (long)number)).ToString();

    /// <summary>The indices of array children, and the names of other jobs.</summary>
    public static string Of(IReadOnlyList<Job> jobs)
    {
        var arrays = jobs.Where(job => job.ArrayIndex is not null).GroupBy(job => job.ArrayJobId, StringComparer.Ordinal).ToArray();
        var names = jobs.Where(job => job.ArrayIndex is null).Select(job => job.NodeIndex is { } node ? $"{job.JobName}/{node}" : job.JobName)
            .Distinct(StringComparer.Ordinal).ToArray();
        if (arrays.Length == 1 && names.Length == 0)
            return Of(arrays[0].Select(job => job.ArrayIndex!.Value));
        var parts = arrays.Select(array => $"{array.First().JobName}: {Of(array.Select(job => job.ArrayIndex!.Value))}").ToList();
        if (names.Length > 0)
            parts.Add(string.Join(", ", names.Take(NamesAtMost)) + (names.Length > NamesAtMost ? $" and {names.Length - NamesAtMost} more" : ""));
        return string.Join("; ", parts);
    }
}
