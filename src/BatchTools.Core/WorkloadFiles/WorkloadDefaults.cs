using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles;

/// <summary>The section `workload`: the name, and what all jobs of the file share.</summary>
/// <param name="Name">The name of the workload; null where the file gives none.</param>
/// <param name="Tags">Tags of every job.</param>
/// <param name="JobDefaults">Members for every job and sweep that lacks them: jobQueue, jobDefinition, and those of defaults.</param>
internal sealed record WorkloadDefaults(string? Name, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<SourceMember> JobDefaults)
{
    private const int LongestName = 256;
    private static readonly string[] OfOneJob = ["jobName", "dependsOn", "tags", "jobQueue", "jobDefinition"];

    /// <summary>The members of the section.</summary>
    public static IReadOnlyList<string> Members { get; } = ["name", "tags", "jobQueue", "jobDefinition", "defaults", "limits"];

    /// <summary>The members of its defaults: those of SubmitJob that can be the same for all.</summary>
    public static IReadOnlyList<string> Defaults { get; } =
        [.. ShapeMembers.Of(typeof(SubmitJobRequest)).Select(member => member.WireName).Except(OfOneJob).Order(StringComparer.Ordinal)];

    /// <summary>The members of its limits.</summary>
    public static IReadOnlyList<string> Limits { get; } = ["maxConcurrent"];

    /// <summary>How many of the workload's jobs may be unfinished at a time; null: all.</summary>
    public int? MaxConcurrent { get; private init; }

    /// <summary>Nothing is given.</summary>
    public static WorkloadDefaults None { get; } = new(null, new Dictionary<string, string>(), []);

    /// <summary>Reads the section.</summary>
    public static WorkloadDefaults Read(SourceNode node, SourceProblems problems)
    {
        var reader = new SectionReader(problems);
        if (reader.Object(node, Members) is not { } section)
            return None;
        var name = reader.Text(section, "name");
        if (name is { Length: 0 or > LongestName })
            problems.Add(nameof(Messages.WorkloadNameLength), section.Find("name")!.Value.Where, name.Length);
        return new(
            name,
            section.Find("tags") is { } tags ? reader.Texts(tags.Value) : None.Tags,
            [
                .. section.Members.Where(member => member.Name is "jobQueue" or "jobDefinition" && reader.Text(section, member.Name) is not null),
                .. section.Find("defaults") is { } defaults ? (reader.Object(defaults.Value, Defaults)?.Members ?? []).Where(member => Defaults.Contains(member.Name)) : [],
            ])
        {
            MaxConcurrent = section.Find("limits") is { } limits && reader.Object(limits.Value, Limits) is { } given ? reader.Count(given, "maxConcurrent") : null,
        };
    }

    /// <summary>A job or sweep with the defaults for what it lacks.</summary>
    public SourceObject Complete(SourceObject step) =>
        step.With([.. step.Members, .. JobDefaults.Where(member => step.Find(member.Name) is null).Select(member => member with { Value = member.Value.Copy() })]);
}
