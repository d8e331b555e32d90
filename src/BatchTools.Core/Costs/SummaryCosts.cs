namespace BatchTools;

/// <summary>Finds out what the jobs of a summary cost.</summary>
/// <param name="reporter">Takes what the look-ups tell.</param>
internal sealed class SummaryCosts(IReporter reporter)
{
    private readonly JobCosts _costs = new(reporter);

    /// <summary>The summary with what its jobs cost. What cannot be looked up is among the costs' Missing, and is no error.</summary>
    /// <param name="summary">The summary, of jobs in full.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task<WorkloadSummary> AddToAsync(WorkloadSummary summary, CancellationToken cancellationToken)
    {
        var children = summary.Jobs.Where(job => job.ArrayIndex is not null).ToLookup(job => job.ArrayJobId, job => job.JobId, StringComparer.Ordinal);
        var costs = new Dictionary<string, JobCost>(StringComparer.Ordinal);
        foreach (var job in summary.Jobs)
        {
            var known = children[job.JobId].ToHashSet(StringComparer.Ordinal);
            if (job.ArraySize is not { } size)
                costs[job.JobId] = await _costs.OfAsync(job, cancellationToken);
            else if (known.Count < size)
                costs[job.JobId] = await OfOthersAsync(job, known, cancellationToken);
        }

        return summary with { Cost = JobCost.Sum(summary.Workload, costs.Values), Costs = costs };
    }

    private async Task<JobCost> OfOthersAsync(Job array, HashSet<string> known, CancellationToken cancellationToken)
    {
        var costs = new List<JobCost>();
        try
        {
            await foreach (var child in new Jobs(array.Connection, reporter).ChildrenAsync(array, cancellationToken))
            {
                if (!known.Contains(child.JobId))
                    costs.Add(await _costs.OfAsync(child, cancellationToken) with { Attempts = [] });
            }
        }
        catch (BatchException error)
        {
            costs.Add(new()
            {
                Cost = CostRange.Unknown,
                Waste = CostRange.Unknown,
                Missing = [$"the children of '{array.JobName}': {error.Message}"],
                IsCharged = array.Connection.Kind == BatchConnectionKind.Aws,
                Connection = array.Connection,
            });
        }

        return JobCost.Sum(array.JobName, costs) with { JobId = array.JobId };
    }
}
