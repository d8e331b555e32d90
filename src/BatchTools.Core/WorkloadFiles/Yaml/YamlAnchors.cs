namespace BatchTools.WorkloadFiles;

/// <summary>The values that are named by anchors, and how often aliases may stand for them.</summary>
internal sealed class YamlAnchors
{
    /// <summary>The most values that aliases may stand for in one file: a few lines can ask for billions.</summary>
    public const int MostCopies = 100_000;

    // Null while the value is being read.
    private readonly Dictionary<string, SourceNode?> _named = new(StringComparer.Ordinal);
    private int _copies;

    /// <summary>Notes that the value of an anchor begins.</summary>
    public void Open(string? name)
    {
        if (name is not null)
            _named[name] = null;
    }

    /// <summary>Notes the value of an anchor.</summary>
    public void Close(string? name, SourceNode value)
    {
        if (name is not null)
            _named[name] = value;
    }

    /// <summary>A copy of what an anchor names, with the places where it is written.</summary>
    /// <param name="name">The anchor.</param>
    /// <param name="place">The place of the alias.</param>
    /// <exception cref="BatchException">There is no such anchor, it is not complete, or all copies are too many.</exception>
    public SourceNode Copy(string name, SourcePlace place)
    {
        if (!_named.TryGetValue(name, out var node))
            throw Fault(nameof(Messages.YamlAliasUnknown), place, name, NearestName.Suggest(name, _named.Keys));
        return Copy(node ?? throw Fault(nameof(Messages.YamlAliasInside), place, name), place);
    }

    private SourceNode Copy(SourceNode node, SourcePlace place)
    {
        if (++_copies > MostCopies)
            throw Fault(nameof(Messages.YamlAliasesTooMany), place, MostCopies);
        return node switch
        {
            SourceObject source => source.With([.. source.Members.Select(member => member with { Value = Copy(member.Value, place) })]),
            SourceArray list => list.With([.. list.Items.Select(item => Copy(item, place))]),
            _ => node.Copy(),
        };
    }

    private static BatchException Fault(string errorId, SourcePlace place, params object?[] args) =>
        BatchException.For(errorId, ErrorKind.InvalidInput, place.File, [place, .. args]);
}
