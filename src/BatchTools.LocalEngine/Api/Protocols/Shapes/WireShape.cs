namespace BatchTools.LocalEngine.Api;

/// <summary>A shape of a service, as far as turning messages from one format into another needs it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Members">A structure's members.</param>
/// <param name="Item">The shape of a list's items or of a map's values; empty otherwise.</param>
/// <param name="ItemName">The XML name of a list's items; empty otherwise.</param>
internal sealed record WireShape(string Name, WireKind Kind, IReadOnlyList<WireMember> Members, string Item = "", string ItemName = "")
{
    public static WireShape Structure(string name, IReadOnlyList<WireMember> members) => new(name, WireKind.Structure, members);

    public static WireShape List(string name, string item, string itemName) => new(name, WireKind.List, [], item, itemName);

    public static WireShape Map(string name, string value) => new(name, WireKind.Map, [], value);

    public static WireShape Leaf(string name, WireKind kind) => new(name, kind, []);
}
