namespace BatchTools.WorkloadFiles;

/// <summary>A file with what it names: the definition and the environments of each of its steps, from the file itself or from a connection.</summary>
/// <param name="File">The file.</param>
/// <param name="Uses">The steps with what they run on.</param>
internal sealed record WorkloadScene(WorkloadFile File, IReadOnlyList<SceneUse> Uses)
{
    /// <summary>The definitions of the file, and steps whose definition is from elsewhere: what advice on definitions is given on, once each.</summary>
    public IEnumerable<SceneSubject> Subjects =>
    [
        .. File.JobDefinitions.Select(one => new SceneSubject(one.Name, DefinitionContent.Of(one.Request), one.Source, [.. Uses.Where(use => use.Step.Job.JobDefinition == one.Name)])),
        .. Uses.Where(use => !use.IsOfFile).GroupBy(use => use.Step.Job.JobDefinition, StringComparer.Ordinal)
            .Select(group => new SceneSubject(group.Key, group.First().Definition, group.First().Step.Source, [.. group])),
    ];

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="connection">Where to look up what is not in it; null: nowhere.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public static async Task<WorkloadScene> OfAsync(WorkloadFile file, BatchConnection? connection, CancellationToken cancellationToken)
    {
        var lookup = new SceneLookup(file, connection);
        var uses = new List<SceneUse>();
        foreach (var step in file.Steps)
            uses.Add(await lookup.OfAsync(step, cancellationToken));
        return new(file, uses);
    }
}
