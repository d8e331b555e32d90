using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>What to say after a name that does not exist.</summary>
internal static class KnownNames
{
    /// <summary>What to say where the names that exist were not read.</summary>
    public const string Check = "Check the name and the Region.";

    private const int MostShown = 10;

    /// <summary>The names that exist, or that there are none.</summary>
    /// <param name="what">What the names are of, in the plural.</param>
    /// <param name="wrong">The name that does not exist.</param>
    /// <param name="known">The names that exist.</param>
    public static string Hint(string what, string wrong, IReadOnlyList<string> known)
    {
        if (known.Count == 0)
            return $"There are no {what}; create one first.";
        var meant = NearestName.Find(wrong, known) is { } near ? $"Did you mean '{near}'? " : "";
        var shown = string.Join(", ", known.Order(StringComparer.Ordinal).Take(MostShown));
        return $"{meant}The {what} are: {shown}{(known.Count > MostShown ? ", …" : "")}.";
    }
}
