namespace BatchTools;

/// <summary>Which job definitions are asked for.</summary>
public sealed record JobDefinitionFilter
{
    /// <summary>Names (with * and ?), name:revision, or ARNs. Default: all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Also revisions that were deregistered.</summary>
    public bool IncludeInactive { get; init; }

    /// <summary>Every revision, not only the latest one of each name.</summary>
    public bool AllRevisions { get; init; }
}
