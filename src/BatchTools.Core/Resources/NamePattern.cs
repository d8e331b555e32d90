using System.IO.Enumeration;

namespace BatchTools;

/// <summary>A name that may hold * (any text) and ? (any character), whatever the case.</summary>
internal readonly record struct NamePattern(string Text)
{
    /// <summary>Whether there are wildcards at all.</summary>
    public bool HasWildcards => Text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Whether the only wildcard is one * at the end.</summary>
    public bool IsPrefix => Text.EndsWith('*') && !new NamePattern(Text[..^1]).HasWildcards;

    /// <summary>Whether the name is of this pattern.</summary>
    public bool Matches(string name) => FileSystemName.MatchesSimpleExpression(Text, name, ignoreCase: true);
}
