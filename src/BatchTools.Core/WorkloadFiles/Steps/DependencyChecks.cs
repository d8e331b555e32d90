namespace BatchTools.WorkloadFiles;

/// <summary>Holds what steps wait for against the steps of their file.</summary>
/// <param name="steps">The steps by name.</param>
/// <param name="problems">Takes what does not fit.</param>
internal sealed class DependencyChecks(IReadOnlyDictionary<string, WorkloadStep> steps, SourceProblems problems)
{
    /// <summary>Checks one step.</summary>
    public void Check(WorkloadStep step)
    {
        var seen = new Dictionary<string, StepDependency>(StringComparer.Ordinal);
        foreach (var dependency in step.DependsOn)
        {
            if (dependency.Step is null)
                CheckId(step, dependency);
            else if (steps.TryGetValue(dependency.Step, out var other))
                Check(step, dependency, other);
            else
                problems.Add(nameof(Messages.DependencyUnknown), dependency.Where, dependency.Step, NearestName.Suggest(dependency.Step, steps.Keys));

            if ((dependency.Step ?? dependency.JobId) is { } name && !seen.TryAdd(name, dependency))
                problems.Add(nameof(Messages.DependencyTwice), dependency.Where, step.Name, name, seen[name].Where);
        }
    }

    private void CheckId(WorkloadStep step, StepDependency dependency)
    {
        if (dependency.JobId is null && dependency.Type != "SEQUENTIAL")
            problems.Add(nameof(Messages.DependencyEmpty), dependency.Where);
        else if (dependency.JobId is null && step.ArraySize is null) // an array alone may wait for itself, child by child
            problems.Add(nameof(Messages.DependencySequential), dependency.Where, step.Name);
        else if (dependency.After != StepCondition.Ok)
            problems.Add(nameof(Messages.DependencyAfterId), dependency.Where, dependency.After.ToString().ToLowerInvariant(), dependency.JobId);
    }

    private void Check(WorkloadStep step, StepDependency dependency, WorkloadStep other)
    {
        if (!dependency.IsPairwise)
            return;
        if (dependency.After != StepCondition.Ok)
            problems.Add(nameof(Messages.DependencyPairAfter), dependency.Where);
        var areSweeps = step.Sweep is not null && other.Sweep is not null && step.JobCount == other.JobCount;
        var areArrays = step.ArraySize is not null && step.ArraySize == other.ArraySize && step.Sweep is null && other.Sweep is null;
        if (!areSweeps && !areArrays)
            problems.Add(nameof(Messages.DependencyPairs), dependency.Where, step.Name, Size(step), other.Name, Size(other));
    }

    private static string Size(WorkloadStep step) => step switch
    {
        { Sweep: not null, ArraySize: not null } => $"is a sweep of {step.JobCount} arrays",
        { Sweep: not null } => $"is a sweep of {step.JobCount} jobs",
        { ArraySize: { } size } => $"is an array of {size}",
        _ => "is a single job",
    };
}
