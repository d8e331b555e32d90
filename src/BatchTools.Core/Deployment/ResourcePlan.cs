namespace BatchTools;

/// <summary>What is to be done with the resources of a file, in stages: each needs only what an earlier one has made.</summary>
/// <param name="Stages">The stages; within one, resources do not need each other.</param>
internal sealed record ResourcePlan(IReadOnlyList<IReadOnlyList<PlannedResource>> Stages)
{
    /// <summary>All resources, in order.</summary>
    public IEnumerable<PlannedResource> All => Stages.SelectMany(stage => stage);

    /// <summary>Whether a resource is yet to be created.</summary>
    public bool Creates(string kind, string name) =>
        All.Any(one => one.Change.Action == ResourceAction.Create && one.Change.Kind == kind && one.Change.Name == name);
}
