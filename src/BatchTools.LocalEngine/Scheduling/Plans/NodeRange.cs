using System.Globalization;

namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>A range of nodes as <c>targetNodes</c> writes it: <c>a:b</c>, <c>:b</c>, <c>a:</c> or <c>n</c>; both ends belong to it.</summary>
/// <param name="First">The first node.</param>
/// <param name="Last">The last node; null where the end is open.</param>
internal readonly record struct NodeRange(int First, int? Last)
{
    /// <summary>Reads a range.</summary>
    /// <returns>Null where the text is none.</returns>
    public static NodeRange? Parse(string? text)
    {
        var parts = (text ?? "").Split(':');
        if (parts is [var single])
            return Number(single) is { } node ? new NodeRange(node, node) : null;
        if (parts is not [var first, var last])
            return null;
        var from = first.Length == 0 ? 0 : Number(first);
        if (from is null)
            return null;
        if (last.Length == 0)
            return new NodeRange(from.Value, Last: null);
        return Number(last) is { } to && to >= from ? new NodeRange(from.Value, to) : null;
    }

    public bool Contains(int node) => node >= First && (Last is null || node <= Last);

    /// <summary>How many nodes it has of so many.</summary>
    public int Length(int nodes) => Math.Max(0, Math.Min(Last ?? int.MaxValue, nodes - 1) - First + 1);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
