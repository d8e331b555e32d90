using System.Globalization;
using System.Text;
using Amazon.Runtime;
using BatchTools.WorkloadFiles;

namespace BatchTools.Requests;

/// <summary>
/// Turns what a user gives for a member of a request into AWS's form: durations into seconds, maps into the lists of pairs that
/// AWS wants, names into an order, and JSON text into what it says.
/// </summary>
/// <param name="problems">Takes what cannot be turned.</param>
internal sealed class MemberNodes(SourceProblems problems)
{
    /// <summary>The node for a value.</summary>
    /// <param name="value">The value, as plain data.</param>
    /// <param name="target">The type of the member.</param>
    /// <param name="name">What messages call the value.</param>
    /// <exception cref="BatchException">JSON text is no JSON.</exception>
    public SourceNode From(object? value, Type target, string name) => value switch
    {
        TimeSpan time => new SourceScalar(null, SourceScalarType.Number, Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        string text when HasParts(target) && IsJson(text) => Fit(SourceDocument.Parse(Encoding.UTF8.GetBytes(text), name, problems).Root, target),
        _ => Fit(new PlainNodes(problems).From(value, name), target),
    };

    private static SourceNode Fit(SourceNode node, Type target)
    {
        if (node is SourceObject map && KeyedList.Of(target) is { } keyed && !keyed.IsEntry(map))
            return List(map.Members.Select(member => keyed.Entry(member.Name, TextForNull(member.Value))));
        if (KeyedList.OrderedName(target) is { } name && Names(node) is { } names)
            return List(names.Select((one, index) => Ordered(name, one, index + 1)));
        if (node is SourceObject { Place: null } texts && target == typeof(Dictionary<string, string>))
            return texts.With(texts.Members.Select(member => member with { Value = TextForNull(member.Value) }));
        return node;
    }

    private static SourceArray List(IEnumerable<SourceNode> items)
    {
        var list = new SourceArray(null);
        foreach (var item in items)
            list.Add(item);
        return list;
    }

    private static SourceScalar[]? Names(SourceNode node) => node switch
    {
        SourceScalar { Type: SourceScalarType.Text } name => [name],
        SourceArray list when list.Items.All(item => item is SourceScalar { Type: SourceScalarType.Text }) => [.. list.Items.Cast<SourceScalar>()],
        _ => null,
    };

    private static SourceObject Ordered(string member, SourceScalar name, int order)
    {
        var entry = new SourceObject(null);
        entry.Add(new("order", null, new SourceScalar(null, SourceScalarType.Number, order.ToString(CultureInfo.InvariantCulture))));
        entry.Add(new(member, null, name));
        return entry;
    }

    // A shell has no other way to say that a tag or a variable is empty.
    private static SourceNode TextForNull(SourceNode value) =>
        value is SourceScalar { Type: SourceScalarType.Null } ? new SourceScalar(value.Place, SourceScalarType.Text, "") : value;

    private static bool HasParts(Type target) => target != typeof(string) && !target.IsPrimitive && !typeof(ConstantClass).IsAssignableFrom(target);

    private static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];
}
