using System.Diagnostics.CodeAnalysis;

namespace BatchTools.LocalEngine.Resources;

/// <summary>Resources of one kind by name, and in the order of their creation.</summary>
internal sealed class ResourceTable<T>(AwsNames names, string kind)
    where T : class
{
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);

    /// <summary>All of them, oldest first.</summary>
    public List<T> All { get; } = [];

    public bool Contains(string name) => _byName.ContainsKey(name);

    public void Add(string name, T resource)
    {
        _byName.Add(name, resource);
        All.Add(resource);
    }

    public void Remove(string name)
    {
        if (_byName.Remove(name, out var resource))
            All.Remove(resource);
    }

    /// <summary>Finds one by its name or its ARN.</summary>
    public bool TryFind(string? nameOrArn, [NotNullWhen(true)] out T? resource)
    {
        resource = null;
        return nameOrArn is not null && names.NameOf(nameOrArn, kind) is { } name && _byName.TryGetValue(name, out resource);
    }
}
