namespace BatchTools.WorkloadFiles;

/// <summary>Finds the member of a shape that a name in a file means.</summary>
internal static class ShapeNames
{
    // Names from AWS's older documents and other tools that mean one thing only.
    private static readonly Dictionary<(string Shape, string Name), string> Aliases = new()
    {
        [("ComputeResource", "spotIamFleetRequestRole")] = "spotIamFleetRole",
    };

    /// <summary>The member, or null after a problem was noted.</summary>
    public static ShapeMember? Resolve(SourceMember member, Type shape, SourceProblems problems)
    {
        var members = ShapeMembers.Of(shape);
        if (members.FirstOrDefault(known => member.Is(known.WireName)) is { } found)
            return found;
        if (Aliases.TryGetValue((shape.Name, member.Name), out var alias))
        {
            problems.Warn(nameof(Messages.MemberAlias), member.Where, member.Name, alias);
            return members.First(known => known.WireName == alias);
        }

        problems.Add(nameof(Messages.MemberUnknown), member.Where, member.Name, Owner(member), Hint(member.Name, shape, members));
        return null;
    }

    private static string Hint(string name, Type shape, IReadOnlyList<ShapeMember> members)
    {
        if (NearestName.Find(name, members.Select(member => member.WireName)) is { } near)
            return $"Did you mean '{near}'?";
        if (Inside(name, shape, 2) is { } path)
            return $"It belongs into '{path}'.";
        return $"It can have {string.Join(", ", members.Select(member => member.WireName).Order(StringComparer.Ordinal))}.";
    }

    private static string? Inside(string name, Type shape, int depth)
    {
        foreach (var member in ShapeMembers.Of(shape).Where(member => member.Type is { IsClass: true, IsGenericType: false } && member.Type.Namespace == shape.Namespace))
        {
            if (ShapeMembers.Of(member.Type).Any(inner => inner.WireName == name))
                return member.WireName;
            if (depth > 1 && Inside(name, member.Type, depth - 1) is { } deeper)
                return $"{member.WireName}.{deeper}";
        }

        return null;
    }

    private static string Owner(SourceMember member)
    {
        var path = member.Value.Path;
        return path.Length > member.Name.Length ? $"'{path[..^(member.Name.Length + 1)]}'" : "the object";
    }
}
