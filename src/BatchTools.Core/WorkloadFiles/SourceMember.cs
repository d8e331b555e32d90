namespace BatchTools.WorkloadFiles;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NamePlace">Where the name is written; null if it comes from no file.</param>
/// <param name="Value">Its value.</param>
internal sealed record SourceMember(string Name, SourcePlace? NamePlace, SourceNode Value)
{
    /// <summary>What messages call the member: the place of its name, or its path.</summary>
    public string Where => NamePlace?.ToString() ?? Value.Path;

    /// <summary>Whether the member is of that name; shells ignore the case.</summary>
    public bool Is(string name) => string.Equals(Name, name, NamePlace is null ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
