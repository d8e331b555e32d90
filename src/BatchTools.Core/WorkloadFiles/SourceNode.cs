using System.Globalization;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// A value with the place where it was written, whatever language it was written in. Values that come from no file, such
/// as a hashtable, have no place; then their path serves in messages.
/// </summary>
/// <param name="place">Where the value starts; null if it comes from no file.</param>
internal abstract class SourceNode(SourcePlace? place)
{
    private SourceNode? _parent;
    private string? _name;
    private int _index;

    /// <summary>Where the value starts; null if it comes from no file.</summary>
    public SourcePlace? Place => place;

    /// <summary>What kind of value this is, in words for messages: `a list`, `text`, ….</summary>
    public abstract string Kind { get; }

    /// <summary>The way to the value from the root, such as `jobs[2].tags.Team`; empty for the root itself.</summary>
    public string Path => _parent switch
    {
        null => _name ?? string.Empty,
        SourceArray => string.Create(CultureInfo.InvariantCulture, $"{_parent.Path}[{_index}]"),
        _ when _parent.Path.Length == 0 => _name!,
        _ => $"{_parent.Path}.{_name}",
    };

    /// <summary>What messages call the value: its place in the file, or its path.</summary>
    public string Where => place?.ToString() ?? (Path.Length == 0 ? "input" : Path);

    /// <summary>The same value at the same place, for another object or list: a value belongs to one.</summary>
    public SourceNode Copy() => this switch
    {
        SourceObject source => source.With([.. source.Members.Select(member => member with { Value = member.Value.Copy() })]),
        SourceArray list => list.With([.. list.Items.Select(item => item.Copy())]),
        var scalar => new SourceScalar(Place, ((SourceScalar)scalar).Type, ((SourceScalar)scalar).Text),
    };

    /// <summary>Makes the value a member of an object.</summary>
    internal void BelongTo(SourceObject parent, string name) => (_parent, _name) = (parent, name);

    /// <summary>Makes the value an item of a list.</summary>
    internal void BelongTo(SourceArray parent, int index) => (_parent, _index) = (parent, index);

    /// <summary>Takes the place of another value among its neighbours.</summary>
    internal void BelongAs(SourceNode other) => (_parent, _name, _index) = (other._parent, other._name, other._index);

    /// <summary>Names a root that comes from no file, for messages.</summary>
    internal void Call(string name) => _name = name;
}
