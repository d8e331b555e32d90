using System.Globalization;

namespace BatchTools.LocalEngine.Api;

/// <summary>A step of the path to a member: a name, or the place in a list.</summary>
/// <param name="Name">The member's name or the map's key; null for a place in a list.</param>
/// <param name="Index">The place in the list, from 0.</param>
internal readonly record struct PathSegment(string? Name, int Index = 0)
{
    /// <summary>The step to a member.</summary>
    public static implicit operator PathSegment(string name) => new(name);

    /// <summary>The step as AWS's messages write it: list places count from 1.</summary>
    public override string ToString() => Name ?? (Index + 1).ToString(CultureInfo.InvariantCulture) + ".member";
}
