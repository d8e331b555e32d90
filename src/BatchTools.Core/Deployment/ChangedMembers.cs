using BatchTools.Requests;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Makes the request that changes a resource out of the one that would create it.</summary>
internal static class ChangedMembers
{
    /// <summary>Whether a difference is at a member or inside of it.</summary>
    public static bool IsAt(Difference difference, string path) =>
        difference.Path.StartsWith(path, StringComparison.Ordinal)
        && (difference.Path.Length == path.Length || difference.Path[path.Length] is '.' or '[');

    /// <summary>A request with the members that differ, and of an inner structure only those.</summary>
    /// <param name="request">The request that would create it.</param>
    /// <param name="differences">What differs.</param>
    /// <param name="inner">The member that is itself made of members; empty: none.</param>
    /// <exception cref="BatchException">A value can be given at the creation only.</exception>
    public static T Of<T>(object request, IReadOnlyList<Difference> differences, string inner = "")
        where T : class, new()
    {
        var members = Keep(ShapeWriter.ToPlainData(request), differences, "");
        if (members.GetValueOrDefault(inner) is IReadOnlyDictionary<string, object?> parts)
            members[inner] = Keep(parts, differences, $"{inner}.");
        return (T)RequestDraft.OfDescription(typeof(T), members).Bind(checkRequired: false, static _ => { });
    }

    private static Dictionary<string, object?> Keep(IReadOnlyDictionary<string, object?> members, IReadOnlyList<Difference> differences, string prefix) =>
        members.Where(member => differences.Any(one => IsAt(one, prefix + member.Key))).ToDictionary();
}
