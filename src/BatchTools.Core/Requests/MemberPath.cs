using BatchTools.WorkloadFiles;

namespace BatchTools.Requests;

/// <summary>
/// The way to a member of a request by AWS's names: <c>priority</c>, <c>computeResources.minvCpus</c>, or
/// <c>containerProperties.resourceRequirements[VCPU]</c> for the value of one entry of a list that works like a map.
/// </summary>
/// <param name="Names">The members, outermost first.</param>
/// <param name="Key">The key of the entry, where the last member is such a list; else null.</param>
/// <param name="Target">The type of what the way leads to.</param>
internal sealed record MemberPath(IReadOnlyList<string> Names, string? Key, Type Target)
{
    /// <summary>Reads a path, holding it against the shape of a request.</summary>
    /// <param name="shape">The class of the request.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="ArgumentException">The shape has no such member.</exception>
    public static MemberPath Parse(Type shape, string path)
    {
        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        var key = bracket < 0 ? null : path[(bracket + 1)..^1];
        string[] names = [.. (bracket < 0 ? path : path[..bracket]).Split('.')];
        foreach (var name in names)
        {
            shape = ShapeMembers.Of(shape).FirstOrDefault(member => member.WireName == name)?.Type
                ?? throw new ArgumentException($"'{shape.Name}' has no member '{name}', which the path '{path}' needs.", nameof(path));
        }

        return key is null || KeyedList.Of(shape) is not null
            ? new(names, key, shape)
            : throw new ArgumentException($"The list at '{path}' has no keys.", nameof(path));
    }

    /// <summary>Gives the path as it is written.</summary>
    /// <returns>The path.</returns>
    public override string ToString() => string.Join('.', Names) + (Key is null ? "" : $"[{Key}]");
}
