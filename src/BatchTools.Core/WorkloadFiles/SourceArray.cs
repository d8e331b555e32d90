namespace BatchTools.WorkloadFiles;

/// <summary>A list of values.</summary>
internal sealed class SourceArray(SourcePlace? place) : SourceNode(place)
{
    private readonly List<SourceNode> _items = [];

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<SourceNode> Items => _items;

    /// <inheritdoc/>
    public override string Kind => "a list";

    /// <summary>Adds a value at the end.</summary>
    internal void Add(SourceNode item)
    {
        item.BelongTo(this, _items.Count);
        _items.Add(item);
    }
}
