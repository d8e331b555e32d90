namespace BatchTools.WorkloadFiles;

/// <summary>A file made for a command of AWS CLI: the input of one call, which is a workload file of one item.</summary>
internal static class BareInput
{
    private const string Schema = "$schema";

    private static readonly (string Member, string Section)[] Inputs =
    [
        ("jobDefinitionName", "jobDefinitions"),
        ("jobQueueName", "jobQueues"),
        ("computeEnvironmentName", "computeEnvironments"),
        ("consumableResourceName", "consumableResources"),
        ("jobName", "jobs"),
    ];

    /// <summary>Puts the content of such a file into the section that it belongs to; any other file stays as it is.</summary>
    /// <param name="root">The root of the file.</param>
    /// <param name="sections">The sections of workload files.</param>
    public static SourceNode Wrap(SourceNode root, IReadOnlyCollection<string> sections)
    {
        // Jobs and definitions have parameters of their own.
        if (root is not SourceObject source || source.Members.Any(member => member.Name is not (Schema or "parameters") && sections.Contains(member.Name)))
            return root;
        if (Inputs.FirstOrDefault(input => source.Find(input.Member) is not null) is not { Section: { } section })
            return root;
        var items = new SourceArray(source.Place);
        items.Add(source.With(source.Members.Where(member => member.Name != Schema)));
        return source.With([.. source.Members.Where(member => member.Name == Schema), new SourceMember(section, null, items)]);
    }
}
