using System.Globalization;

namespace BatchTools.LocalEngine.Resources;

/// <summary>All revisions of all job definitions.</summary>
internal sealed class JobDefinitionTable(AwsNames names)
{
    private readonly Dictionary<string, List<JobDefinitionRevision>> _byName = new(StringComparer.Ordinal);

    /// <summary>All revisions, in the order of their registration.</summary>
    public List<JobDefinitionRevision> All { get; } = [];

    /// <summary>The number that the next revision of a name gets; numbers are not used again after deregistration.</summary>
    public int NextRevision(string name) => _byName.TryGetValue(name, out var revisions) ? revisions[^1].Revision + 1 : 1;

    public void Add(JobDefinitionRevision revision)
    {
        if (!_byName.TryGetValue(revision.Name, out var revisions))
            _byName[revision.Name] = revisions = [];
        revisions.Add(revision);
        All.Add(revision);
    }

    /// <summary>The revisions that <c>name</c>, <c>name:revision</c> or an ARN with or without a revision names, oldest first, whatever their status.</summary>
    public IReadOnlyList<JobDefinitionRevision> Find(string reference)
    {
        if (names.NameOf(reference, "job-definition") is not { } text)
            return [];
        var colon = text.IndexOf(':');
        if (!_byName.TryGetValue(colon < 0 ? text : text[..colon], out var revisions))
            return [];
        if (colon < 0)
            return revisions;
        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? revisions.FindAll(revision => revision.Revision == number)
            : [];
    }

    /// <summary>Whether a reference names one revision.</summary>
    public bool NamesRevision(string reference) => names.NameOf(reference, "job-definition")?.Contains(':') == true;

    /// <summary>The newest active revision that a reference names; null where there is none.</summary>
    public JobDefinitionRevision? FindActive(string reference) => Find(reference).LastOrDefault(static revision => revision.IsActive);
}
