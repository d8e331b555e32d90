namespace BatchTools.WorkloadFiles;

/// <summary>An object: named members in the order in which they were written.</summary>
internal sealed class SourceObject(SourcePlace? place) : SourceNode(place)
{
    private readonly List<SourceMember> _members = [];

    /// <summary>The members, in order.</summary>
    public IReadOnlyList<SourceMember> Members => _members;

    /// <inheritdoc/>
    public override string Kind => "an object";

    /// <summary>The member of that name; null if there is none.</summary>
    public SourceMember? Find(string name) =>
        _members.Find(member => string.Equals(member.Name, name, StringComparison.Ordinal));

    /// <summary>The member that a name means: exactly so in a file, whatever the case in data of a shell; null if there is none.</summary>
    public SourceMember? FindLoosely(string name) => _members.Find(member => member.Is(name));

    /// <summary>The same object at the same place with other members.</summary>
    public SourceObject With(IEnumerable<SourceMember> members)
    {
        var copy = new SourceObject(Place);
        copy.BelongAs(this);
        foreach (var member in members)
            copy.Add(member);
        return copy;
    }

    /// <summary>The same object without a member.</summary>
    public SourceObject Without(string name) => With([.. _members.Where(member => member.Name != name)]);

    /// <summary>Adds a member at the end.</summary>
    internal void Add(SourceMember member)
    {
        _members.Add(member);
        member.Value.BelongTo(this, member.Name);
    }
}
