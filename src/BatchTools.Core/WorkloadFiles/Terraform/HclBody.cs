namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>The attributes and the blocks of a resource or of another block.</summary>
internal sealed class HclBody
{
    private readonly List<KeyValuePair<string, object?>> _attributes = [];
    private readonly List<(string Head, HclBody Body)> _blocks = [];

    /// <summary>The attributes, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Attributes => _attributes;

    /// <summary>The blocks, in order, each with its type and labels.</summary>
    public IReadOnlyList<(string Head, HclBody Body)> Blocks => _blocks;

    /// <summary>Sets an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Plain data, or an expression.</param>
    public void Set(string name, object? value) => _attributes.Add(new(name, value));

    /// <summary>Adds a block.</summary>
    /// <param name="head">Its type, and its labels in quotes.</param>
    /// <returns>What is in it.</returns>
    public HclBody Block(string head)
    {
        var body = new HclBody();
        _blocks.Add((head, body));
        return body;
    }
}
