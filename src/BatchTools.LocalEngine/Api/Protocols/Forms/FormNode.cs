using System.Globalization;

namespace BatchTools.LocalEngine.Api;

/// <summary>A form as a tree: <c>Filter.1.Name=a</c> is the value of Name in 1 in Filter.</summary>
internal sealed class FormNode
{
    private const int MostItems = WireReader.MaxItems;

    private Dictionary<string, FormNode>? _children;

    private FormNode(string path) => Path = path;

    /// <summary>The name of the field, for messages.</summary>
    public string Path { get; }

    /// <summary>The field's value; null for one that only has fields in it.</summary>
    public string? Value { get; private set; }

    /// <summary>Builds the tree of a form.</summary>
    /// <exception cref="ServiceError">SerializationException: a name has too many parts, or there are too many fields.</exception>
    public static FormNode Parse(QueryString form)
    {
        var root = new FormNode("");
        var count = 0;
        foreach (var name in form.Names)
        {
            var parts = name.Split('.');
            if (parts.Length > WireReader.MaxDepth || (count += parts.Length) > MostItems)
                throw ServiceError.Serialization($"The form has names of more than {WireReader.MaxDepth} parts, or more than {MostItems} parts in all.");
            var node = root;
            foreach (var part in parts)
                node = node.Add(part);
            node.Value = form.Values(name)![^1];
        }

        return root;
    }

    /// <summary>The field of a name in this one, or null.</summary>
    public FormNode? Child(string name) => _children?.GetValueOrDefault(name);

    /// <summary>The numbered fields in this one, by their numbers; numbers may be missing.</summary>
    public IEnumerable<FormNode> Items() =>
        from child in _children ?? []
        let number = int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1
        where number >= 0
        orderby number
        select child.Value;

    private FormNode Add(string name)
    {
        _children ??= new(StringComparer.Ordinal);
        if (!_children.TryGetValue(name, out var child))
            _children.Add(name, child = new FormNode(Path.Length == 0 ? name : $"{Path}.{name}"));
        return child;
    }
}
