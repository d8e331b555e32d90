namespace BatchTools.WorkloadFiles;

/// <summary>A list of values.</summary>
internal sealed class SourceArray(SourcePlace? place) : SourceNode(place)
{
    private readonly List<SourceNode> _items = [];

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<SourceNode> Items => _items;

    /// <inheritdoc/>
    public override string Kind => "a list";

    /// <summary>A list at the same place with other values.</summary>
    public SourceArray With(IEnumerable<SourceNode> items)
    {
        var copy = new SourceArray(Place);
        copy.BelongAs(this);
        foreach (var item in items)
            copy.Add(item);
        return copy;
    }

    /// <summary>Adds a value at the end.</summary>
    internal void Add(SourceNode item)
    {
        item.BelongTo(this, _items.Count);
        _items.Add(item);
    }
}
