namespace BatchTools.WorkloadFiles;

/// <summary>Reads the parts of a file that are not AWS's shapes, noting what does not fit.</summary>
/// <param name="problems">Takes what does not fit.</param>
internal sealed class SectionReader(SourceProblems problems)
{
    private readonly ScalarBinder _scalars = new(problems);

    /// <summary>An object with known members only; null if it is no object.</summary>
    public SourceObject? Object(SourceNode node, IReadOnlyList<string> known)
    {
        if (node is not SourceObject section)
            return (SourceObject?)_scalars.Misfit(node, "an object");
        foreach (var member in section.Members.Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            Unknown(member, section.Path.Length == 0 ? "a workload file" : $"'{section.Path}'", known);
        return section;
    }

    /// <summary>Notes a member that is unknown there.</summary>
    public void Unknown(SourceMember member, string owner, IReadOnlyList<string> known)
    {
        var hint = NearestName.Find(member.Name, known) is { } near ? $"Did you mean '{near}'?" : $"It can have {string.Join(", ", known)}.";
        problems.Add(nameof(Messages.MemberUnknown), member.Where, member.Name, owner, hint);
    }

    /// <summary>The items of a list; none, with a problem noted, if it is no list.</summary>
    /// <param name="node">The list.</param>
    /// <param name="expected">What to ask for where it is none.</param>
    public IReadOnlyList<SourceNode> List(SourceNode node, string expected = "a list")
    {
        if (node is SourceArray list)
            return list.Items;
        _scalars.Misfit(node, expected);
        return [];
    }

    /// <summary>Text of a member; null if it is missing or no text.</summary>
    public string? Text(SourceObject section, string name) =>
        section.Find(name) is { } member ? (string?)_scalars.Bind(member.Value, typeof(string)) : null;

    /// <summary>A whole number from 1 on; null if it is missing or none.</summary>
    public int? Count(SourceObject section, string name)
    {
        if (section.Find(name) is not { } member || _scalars.Bind(member.Value, typeof(int)) is not int number)
            return null;
        if (number < 1)
            _scalars.Misfit(member.Value, "1 or more");
        return number;
    }

    /// <summary>Texts by name, such as tags.</summary>
    public IReadOnlyDictionary<string, string> Texts(SourceNode node)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is not SourceObject section)
            _scalars.Misfit(node, "an object");
        foreach (var member in (node as SourceObject)?.Members ?? [])
        {
            if (Text((SourceObject)node, member.Name) is { } text)
                texts.Add(member.Name, text);
        }

        return texts;
    }

    /// <summary>A value of a sweep's parameter; null, with a problem noted, if it is null, a list or an object.</summary>
    public object? Value(SourceNode node) =>
        (node as SourceScalar)?.ToValue() ?? _scalars.Misfit(node, "text, a number, true or false");
}
