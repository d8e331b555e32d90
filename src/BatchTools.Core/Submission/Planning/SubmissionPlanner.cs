namespace BatchTools;

/// <summary>Finds out what a submission would do: requests are made ready as for real, and counted instead of sent.</summary>
/// <param name="connection">Where they would be sent.</param>
/// <param name="reporter">Hears of those that would not be submitted.</param>
internal sealed class SubmissionPlanner(BatchConnection connection, IReporter reporter)
{
    /// <summary>The plan for requests.</summary>
    /// <param name="requests">The jobs.</param>
    /// <param name="options">How they would be submitted.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    public async Task<SubmissionPlan> PlanAsync(IAsyncEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken)
    {
        JobPreparation.Check(options);
        var plan = new SubmissionPlan();
        await using var set = new SubmissionSet(connection, reporter, options);
        await foreach (var job in new JobPreparation(connection, reporter, options, set).PrepareAsync(requests, cancellationToken))
        {
            if (await set.WasSubmittedAsync(job, cancellationToken))
                plan.Known++;
            else
                plan.Add(job);
        }

        if (plan is { Jobs: 0, Known: > 0 })
            reporter.Warning(BatchException.Text(nameof(Messages.SubmittedBefore), plan.Known, set.Name));
        return plan;
    }
}
