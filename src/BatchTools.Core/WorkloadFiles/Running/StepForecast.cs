namespace BatchTools.WorkloadFiles;

/// <summary>Holds the steps of a file against what was submitted before: it makes each request as a run would, and looks for it in the journal.</summary>
/// <param name="connection">Where they were submitted.</param>
/// <param name="options">How they would be submitted.</param>
/// <param name="plan">What is known of the definitions.</param>
/// <param name="set">What was submitted before.</param>
/// <param name="steps">The steps, each after those that it waits for.</param>
internal sealed class StepForecast(
    BatchConnection connection, SubmitOptions options, WorkloadPlan plan, SubmissionSet set, IReadOnlyList<WorkloadStep> steps)
{
    private readonly StepConditions _conditions = new(plan, steps);
    private readonly HashSet<string> _awaited = [.. steps.SelectMany(step => step.DependsOn).Select(dependency => dependency.Step).OfType<string>()];
    private readonly Dictionary<string, IReadOnlyList<string>> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StepOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <summary>The outlook of each step.</summary>
    public async Task<IReadOnlyList<StepOutlook>> ToListAsync(CancellationToken cancellationToken)
    {
        var links = new StepLinks(_conditions, new FanIn(plan, (_, request, token) => FindAsync(request, token)));
        var outlooks = new List<StepOutlook>();
        foreach (var step in steps)
        {
            var left = await LeftAsync(step, links, cancellationToken);
            var count = OutcomeOf(step.Name) == StepOutcome.LeftOut ? 0 : step.JobCount;
            outlooks.Add(new(step.Name, step.Sweep is not null, count, count - left) { Condition = StepWords.Condition(step) });
        }

        return outlooks;
    }

    private async Task<long> LeftAsync(WorkloadStep step, StepLinks links, CancellationToken cancellationToken)
    {
        var others = step.DependsOn.Select(one => one.Step).OfType<string>().ToArray();
        if (others.Any(name => OutcomeOf(name) != StepOutcome.LeftOut && IdsOf(name) is null))
            return step.JobCount; // it comes after something new
        if (await links.OfAsync(step, IdsOf, cancellationToken) is not { } dependencies)
            return step.JobCount;
        var ids = new List<string>();
        var left = 0L;
        foreach (var request in step.Requests(dependencies, !plan.WithoutContainer.Contains(step.Job.JobDefinition)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await FindAsync(request, cancellationToken) is not { } id)
                left++;
            else if (_awaited.Contains(step.Name)) // else a sweep may be too long to keep its ids
                ids.Add(id);
        }

        if (left == 0)
            _ids[step.Name] = ids;
        else if (left == step.JobCount && await IsLeftOutAsync(step, cancellationToken))
            (left, _outcomes[step.Name]) = (0, StepOutcome.LeftOut);
        return left;
    }

    // The same request that a run would make has the same key.
    private async Task<string?> FindAsync(JobRequest job, CancellationToken cancellationToken) =>
        await set.EarlierIdAsync(set.Stamp(RequestBuilder.ToRequest(job, options)), cancellationToken);

    private async Task<bool> IsLeftOutAsync(WorkloadStep step, CancellationToken cancellationToken)
    {
        foreach (var dependency in step.DependsOn.Where(one => one.After == StepCondition.NotOk && OutcomeOf(one.Step!) == StepOutcome.Open))
            _outcomes[dependency.Step!] = await LookAsync(IdsOf(dependency.Step!)!, cancellationToken);
        return step.DependsOn.Any(one => one.Step is { } name && OutcomeOf(name) is var outcome
            && ((one.After == StepCondition.NotOk && outcome is StepOutcome.Ok or StepOutcome.LeftOut) || (one.After == StepCondition.Ok && outcome == StepOutcome.LeftOut)));
    }

    // What the service no longer keeps has ended long ago, and did not need the step then.
    private async Task<StepOutcome> LookAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var outcome = StepOutcome.Ok;
        foreach (var chunk in ids.Chunk(JobDescriptions.MostInOneCall))
        {
            foreach (var detail in (await JobDescriptions.DescribeAsync(connection, chunk, cancellationToken)).Values)
            {
                if (detail.Status == Amazon.Batch.JobStatus.FAILED)
                    return StepOutcome.Failed;
                if (detail.Status != Amazon.Batch.JobStatus.SUCCEEDED)
                    outcome = StepOutcome.Open;
            }
        }

        return outcome;
    }

    private StepOutcome OutcomeOf(string name) => _outcomes.GetValueOrDefault(name);

    private IReadOnlyList<string>? IdsOf(string name) => OutcomeOf(name) == StepOutcome.LeftOut ? [] : _ids.GetValueOrDefault(name);
}
