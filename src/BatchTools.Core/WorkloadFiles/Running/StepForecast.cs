namespace BatchTools.WorkloadFiles;

/// <summary>
/// Finds out which jobs of a file its workload has already. Requests are made as for real and looked up in the journal; those that wait
/// for a job that is yet to be submitted are new themselves.
/// </summary>
/// <param name="plan">What is known of the definitions.</param>
/// <param name="set">What the jobs belong to.</param>
/// <param name="options">How they would be submitted.</param>
internal sealed class StepForecast(WorkloadPlan plan, SubmissionSet set, SubmitOptions options)
{
    /// <summary>Looks the steps up.</summary>
    /// <param name="steps">The steps, each after those that it waits for.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<StepOutlook>> OfAsync(IReadOnlyList<WorkloadStep> steps, CancellationToken cancellationToken)
    {
        var board = new StepBoard(steps);
        var outlooks = new List<StepOutlook>();
        foreach (var step in steps)
        {
            var (submitted, ids) = board.Blocker(step) is null ? await LookUpAsync(step, board, cancellationToken) : (0, []);
            board.Done(step, submitted == step.JobCount ? ids : null);
            outlooks.Add(new(step.Name, step.Sweep is not null, step.JobCount, submitted));
        }

        return outlooks;
    }

    private async Task<(long Submitted, List<string> Ids)> LookUpAsync(WorkloadStep step, StepBoard board, CancellationToken cancellationToken)
    {
        var submitted = 0L;
        var ids = new List<string>();
        var isAwaited = board.IsAwaited(step);
        foreach (var job in step.Requests(board.Dependencies(step), !plan.WithoutContainer.Contains(step.Job.JobDefinition)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await set.EarlierIdAsync(set.Stamp(RequestBuilder.ToRequest(job, options)), cancellationToken) is not { } id)
                continue;
            submitted++;
            if (isAwaited) // else a sweep may be too long to keep its ids
                ids.Add(id);
        }

        return (submitted, ids);
    }
}
