using BatchTools.WorkloadFiles;

namespace BatchTools.Requests;

/// <summary>Takes out of a description what a request has no member for, and what is empty, which requests do not take.</summary>
internal static class ShapePruning
{
    /// <summary>The node with the members that the type has, at every depth.</summary>
    public static SourceNode Keep(SourceNode node, Type type) => node switch
    {
        SourceObject map when type.IsGenericType => map.With(map.Members.Select(member => member with { Value = Keep(member.Value, type.GetGenericArguments()[^1]) })),
        SourceArray list when type.IsGenericType => list.With(list.Items.Select(item => Keep(item, type.GetGenericArguments()[0])).ToArray()),
        SourceObject map => map.With(Members(map, type)),
        _ => node,
    };

    private static IEnumerable<SourceMember> Members(SourceObject map, Type type) =>
        from member in map.Members
        join known in ShapeMembers.Of(type) on member.Name equals known.WireName
        let value = Keep(member.Value, known.Type)
        where value is not (SourceObject { Members.Count: 0 } or SourceArray { Items.Count: 0 })
        select member with { Value = value };
}
