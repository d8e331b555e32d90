namespace BatchTools.LocalEngine.Api;

/// <summary>The shapes of a service by name, and the names of its errors in the query protocol.</summary>
/// <param name="shapes">The shapes.</param>
/// <param name="queryCodes">The errors whose name in the query protocol differs from their type.</param>
internal sealed class WireShapes(IReadOnlyList<WireShape> shapes, IReadOnlyList<(string Type, string Code)> queryCodes)
{
    private readonly Dictionary<string, WireShape> _shapes = shapes.ToDictionary(shape => shape.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = queryCodes.ToDictionary(pair => pair.Type, pair => pair.Code, StringComparer.Ordinal);

    public WireShape this[string name] => _shapes[name];

    /// <summary>The shape of an operation's input.</summary>
    public WireShape Request(string operation) => _shapes[operation + "Request"];

    /// <summary>The shape of an operation's output.</summary>
    public WireShape Response(string operation) => _shapes[operation + "Response"];

    /// <summary>An error's name in the query protocol.</summary>
    public string QueryCode(string type) => _codes.GetValueOrDefault(type, type);
}
