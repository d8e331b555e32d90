namespace BatchTools;

/// <summary>Finds out what a submission would do: requests are made ready as for real, and counted instead of sent.</summary>
/// <param name="connection">Where they would be sent.</param>
/// <param name="reporter">Hears of those that would not be submitted.</param>
internal sealed class SubmissionPlanner(BatchConnection connection, IReporter reporter)
{
    /// <summary>The plan for requests.</summary>
    /// <param name="requests">The jobs.</param>
    /// <param name="options">How they would be submitted.</param>
    /// <param name="expected">How long an attempt is expected to run; null: as earlier jobs did.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    public async Task<SubmissionPlan> PlanAsync(
        IAsyncEnumerable<JobRequest> requests, SubmitOptions options, TimeSpan? expected, CancellationToken cancellationToken)
    {
        JobPreparation.Check(options);
        var plan = new SubmissionPlan();
        var costs = new CostEstimator(connection, new(connection, reporter), new(connection, reporter, expected));
        await using var set = new SubmissionSet(connection, reporter, options);
        await foreach (var job in new JobPreparation(connection, reporter, options, set).PrepareAsync(requests, cancellationToken))
        {
            if (await set.WasSubmittedAsync(job, cancellationToken))
            {
                plan.Known++;
                continue;
            }

            plan.Add(job);
            costs.Add(CostGroup.Of(job.Request, job.Definition), job.Request.ArrayProperties?.Size ?? 1);
        }

        if (plan is { Jobs: 0, Known: > 0 })
            reporter.Warning(BatchException.Text(nameof(Messages.SubmittedBefore), plan.Known, set.Name));
        if (plan.Jobs > 0)
            plan.Cost = await costs.EstimateAsync(cancellationToken);
        return plan;
    }
}
