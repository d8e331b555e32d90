namespace BatchTools.WorkloadFiles;

/// <summary>
/// Finds steps that can never run, as another step would have to succeed and to fail for them. What a step asks for is asked for
/// by all that wait for it to succeed.
/// </summary>
/// <param name="steps">The steps, each after those that it waits for.</param>
/// <param name="problems">Takes them.</param>
internal sealed class StepReach(IReadOnlyList<WorkloadStep> steps, SourceProblems problems)
{
    private readonly Dictionary<string, Needs> _needs = new(StringComparer.Ordinal);

    /// <summary>Checks all steps.</summary>
    public void Check()
    {
        if (!steps.Any(step => step.DependsOn.Any(one => one.After == StepCondition.NotOk)))
            return;
        foreach (var step in steps)
        {
            var needs = _needs[step.Name] = Of(step);
            if (needs.Ok.Keys.FirstOrDefault(needs.NotOk.ContainsKey) is { } torn)
                problems.Add(nameof(Messages.StepUnreachable), step.Where, step.Name, torn, needs.Ok[torn], needs.NotOk[torn]);
        }
    }

    private Needs Of(WorkloadStep step)
    {
        var needs = new Needs([], []);
        foreach (var dependency in step.DependsOn.Where(one => one.Step is not null))
        {
            var other = _needs[dependency.Step!];
            if (dependency.After == StepCondition.Ok)
            {
                needs.Ok.TryAdd(dependency.Step!, dependency.Where);
                foreach (var (name, where) in other.Ok)
                    needs.Ok.TryAdd(name, where);
            }
            else if (dependency.After == StepCondition.NotOk)
            {
                needs.NotOk.TryAdd(dependency.Step!, dependency.Where);
            }

            // What failed was submitted, so what had to fail for it did; what had to succeed may have failed it.
            if (dependency.After != StepCondition.Any)
            {
                foreach (var (name, where) in other.NotOk)
                    needs.NotOk.TryAdd(name, where);
            }
        }

        return needs;
    }

    // The steps that must succeed, and those that must fail, each with the place that says so.
    private sealed record Needs(Dictionary<string, string> Ok, Dictionary<string, string> NotOk);
}
