namespace BatchTools.WorkloadFiles;

/// <summary>Tells which dependencies the client sees to, and whether what they ask for came true.</summary>
/// <param name="plan">What is known of the definitions.</param>
/// <param name="steps">All steps.</param>
internal sealed class StepConditions(WorkloadPlan plan, IReadOnlyList<WorkloadStep> steps)
{
    private readonly Dictionary<string, long> _sizes = steps.ToDictionary(step => step.Name, step => step.JobCount, StringComparer.Ordinal);

    /// <summary>
    /// Whether the client waits: for an end other than success, which the service can not, and where so many jobs meet that
    /// others would have to gather them, which only those of a single container can.
    /// </summary>
    public bool IsHeld(WorkloadStep step, StepDependency dependency) =>
        dependency.After != StepCondition.Ok || (!dependency.IsPairwise && !CanGather(step) && Count(step) > FanIn.MostDependencies);

    /// <summary>Whether a step is to be submitted (<see cref="StepOutcome.Ok"/>), is left out, or can not be submitted.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcomeOf">What became of those whose end was waited for.</param>
    /// <param name="idsOf">The ids of those that were submitted whole.</param>
    /// <param name="cause">The step that is to blame.</param>
    public StepOutcome Judge(WorkloadStep step, Func<string, StepOutcome> outcomeOf, Func<string, IReadOnlyList<string>?> idsOf, out string? cause)
    {
        var verdict = StepOutcome.Ok;
        cause = null;
        foreach (var dependency in step.DependsOn.Where(one => one.Step is not null))
        {
            var one = Judge(step, dependency, outcomeOf, idsOf);
            if (one == StepOutcome.Ok || verdict == StepOutcome.LeftOut)
                continue;
            (verdict, cause) = (one, dependency.Step);
        }

        return verdict;
    }

    private StepOutcome Judge(WorkloadStep step, StepDependency dependency, Func<string, StepOutcome> outcomeOf, Func<string, IReadOnlyList<string>?> idsOf)
    {
        var outcome = outcomeOf(dependency.Step!);
        return dependency.After switch
        {
            StepCondition.Any => StepOutcome.Ok,
            StepCondition.NotOk => outcome == StepOutcome.Failed ? StepOutcome.Ok : StepOutcome.LeftOut,
            _ when outcome == StepOutcome.LeftOut => StepOutcome.LeftOut,
            _ when idsOf(dependency.Step!) is null => StepOutcome.Failed,
            _ => IsHeld(step, dependency) && outcome == StepOutcome.Failed ? StepOutcome.Failed : StepOutcome.Ok,
        };
    }

    private bool CanGather(WorkloadStep step) => !plan.WithoutContainer.Contains(step.Job.JobDefinition);

    private long Count(WorkloadStep step) => step.DependsOn.Where(one => one.After == StepCondition.Ok)
        .Sum(one => one.Step is not null && !one.IsPairwise ? _sizes[one.Step] : 1);
}
