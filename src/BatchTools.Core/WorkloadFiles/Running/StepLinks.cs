namespace BatchTools.WorkloadFiles;

/// <summary>Turns what a step waits for into ids of jobs.</summary>
/// <param name="conditions">Which dependencies the client sees to.</param>
/// <param name="fanIn">Gathers jobs where they are more than one can wait for.</param>
internal sealed class StepLinks(StepConditions conditions, FanIn fanIn)
{
    /// <summary>The jobs that a step waits for; null if one that gathers others could not be submitted.</summary>
    /// <param name="step">The step.</param>
    /// <param name="idsOf">The ids of the steps that were submitted.</param>
    /// <param name="cancellationToken">Ends the submission of jobs that gather others.</param>
    public async Task<StepDependencies?> OfAsync(WorkloadStep step, Func<string, IReadOnlyList<string>?> idsOf, CancellationToken cancellationToken)
    {
        if (step.DependsOn.Count == 0)
            return StepDependencies.None;
        var (held, known) = (step.DependsOn.Where(one => one.Step is not null && conditions.IsHeld(step, one)).ToArray(), step.DependsOn.Where(one => one.Step is null || !conditions.IsHeld(step, one)).ToArray());
        var pairs = known.Where(one => IsPair(step, one)).Select(one => idsOf(one.Step!)!).ToArray();
        var shared = known.Where(one => !IsPair(step, one))
            .SelectMany(one => one.Step is { } name ? idsOf(name)!.Select(id => ((string?)id, one.Type)) : [(one.JobId, one.Type)])
            .ToArray();
        var room = FanIn.MostDependencies - pairs.Length;
        if (shared.Length > room)
        {
            var typed = shared.Where(one => one.Type == "N_TO_N" || one.Item1 is null).ToArray();
            var plain = shared.Except(typed).Select(one => one.Item1!).ToArray();
            if (await fanIn.ReduceAsync(step, plain, room - typed.Length, cancellationToken) is not { } few)
                return null;
            shared = [.. typed, .. few.Select(id => ((string?)id, (string?)null))];
        }

        return new()
        {
            Shared = shared,
            Pairs = pairs,
            Ended = [.. held.SelectMany(one => idsOf(one.Step!) ?? [])],
        };
    }

    private static bool IsPair(WorkloadStep step, StepDependency dependency) => dependency.IsPairwise && dependency.Step is not null && step.Sweep is not null;
}
