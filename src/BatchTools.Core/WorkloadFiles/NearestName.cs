namespace BatchTools.WorkloadFiles;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>A question for a message, such as ` Did you mean 'jobQueue'?`; empty if no name is near.</summary>
    public static string Suggest(string wrong, IEnumerable<string> names) =>
        Find(wrong, names) is { } near ? $" Did you mean '{near}'?" : string.Empty;

    /// <summary>The name that is nearest by letters changed, added, left out or swapped; null if none is near.</summary>
    public static string? Find(string wrong, IEnumerable<string> names)
    {
        var lower = wrong.ToLowerInvariant();
        var best = names
            .Select(name => (name, distance: Distance(lower, name.ToLowerInvariant())))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.name.Contains(wrong, StringComparison.OrdinalIgnoreCase) ? 0 : 1) // something left out is the likelier slip
            .ThenBy(pair => pair.name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.name is not null && IsNear(lower, best.name.ToLowerInvariant(), best.distance) ? best.name : null;
    }

    // A third of the letters may be wrong; a name that only lacks or adds words at its ends or inside is near as well.
    private static bool IsNear(string wrong, string right, int distance) =>
        (distance <= Math.Max(1, Math.Max(wrong.Length, right.Length) / 3) && distance < Math.Min(wrong.Length, right.Length))
        || (Math.Min(wrong.Length, right.Length) >= 4
            && (wrong.Contains(right, StringComparison.Ordinal) || right.Contains(wrong, StringComparison.Ordinal)));

    private static int Distance(string from, string to)
    {
        var rows = (before: new int[to.Length + 1], last: Enumerable.Range(0, to.Length + 1).ToArray(), next: new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            rows.next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = from[i - 1] == to[j - 1] ? 0 : 1;
                rows.next[j] = Math.Min(Math.Min(rows.last[j] + 1, rows.next[j - 1] + 1), rows.last[j - 1] + same);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows.next[j] = Math.Min(rows.next[j], rows.before[j - 2] + 1);
            }

            rows = (rows.last, rows.next, rows.before);
        }

        return rows.last[to.Length];
    }
}
