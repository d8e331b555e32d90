namespace BatchTools;

/// <summary>Lists that PowerShell can index and slice.</summary>
internal static class Indexable
{
    /// <summary>
    /// The list itself, or a copy where PowerShell would take it for one object: of what the compiler makes of a collection expression,
    /// <c>$summary.Jobs[0]</c> would be the whole list.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list) => list is T[] or List<T> ? list : list.ToArray();
}
