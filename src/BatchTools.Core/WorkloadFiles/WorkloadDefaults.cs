namespace BatchTools.WorkloadFiles;

/// <summary>The section `workload`: the name, and what all jobs of the file share.</summary>
/// <param name="Name">The name of the workload; null where the file gives none.</param>
/// <param name="Tags">Tags of every job.</param>
/// <param name="JobDefaults">Members for every job and sweep that lacks them: jobQueue, jobDefinition.</param>
internal sealed record WorkloadDefaults(string? Name, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<SourceMember> JobDefaults)
{
    private const int LongestName = 256;
    private static readonly string[] Known = ["name", "tags", "jobQueue", "jobDefinition"];

    /// <summary>Nothing is given.</summary>
    public static WorkloadDefaults None { get; } = new(null, new Dictionary<string, string>(), []);

    /// <summary>Reads the section.</summary>
    public static WorkloadDefaults Read(SourceNode node, SourceProblems problems)
    {
        var reader = new SectionReader(problems);
        if (reader.Object(node, Known) is not { } section)
            return None;
        var name = reader.Text(section, "name");
        if (name is { Length: 0 or > LongestName })
            problems.Add(nameof(Messages.WorkloadNameLength), section.Find("name")!.Value.Where, name.Length);
        return new(
            name,
            section.Find("tags") is { } tags ? reader.Texts(tags.Value) : None.Tags,
            [.. section.Members.Where(member => member.Name is "jobQueue" or "jobDefinition" && reader.Text(section, member.Name) is not null)]);
    }

    /// <summary>A job or sweep with the defaults for what it lacks.</summary>
    public SourceObject Complete(SourceObject step) =>
        step.With([.. step.Members, .. JobDefaults.Where(member => step.Find(member.Name) is null).Select(Copy)]);

    // A node belongs to one object, so each step gets its own.
    private static SourceMember Copy(SourceMember member) =>
        member with { Value = ((SourceScalar)member.Value).Copy() };
}
