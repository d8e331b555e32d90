using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Adds up what jobs cost.</summary>
/// <param name="connection">The connection to look in, for jobs that have to be described in full.</param>
/// <param name="reporter">Takes what the look-ups tell.</param>
internal sealed class CostMeasure(BatchConnection connection, IReporter reporter)
{
    /// <summary>The costs by group, in the order in which the groups began; each job for itself as it comes.</summary>
    /// <param name="jobs">The jobs; of array jobs their children are counted.</param>
    /// <param name="grouping">What costs are added up by.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<JobCost> MeasureAsync(
        IAsyncEnumerable<Job> jobs, CostGrouping grouping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var costs = new JobCosts(reporter);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var groups = new List<(string? Name, List<JobCost> Jobs)>();
        await foreach (var (job, workload) in WithChildrenAsync(jobs, cancellationToken))
        {
            if (!seen.Add(job.JobId))
                continue;
            var cost = await costs.OfAsync(job, cancellationToken);
            if (grouping == CostGrouping.Job)
            {
                yield return cost;
                continue;
            }

            var name = grouping switch
            {
                CostGrouping.JobQueue => job.JobQueue,
                CostGrouping.JobDefinition => ArnName.WithoutRevision(job.JobDefinition),
                _ => workload,
            };
            var index = groups.FindIndex(group => group.Name == name);
            if (index < 0)
                groups.Add((name, [cost with { Attempts = [] }]));
            else
                groups[index].Jobs.Add(cost with { Attempts = [] });
        }

        foreach (var (name, members) in groups)
            yield return JobCost.Sum(name, members);
    }

    // The children of an array have its tags only where they are propagated.
    private async IAsyncEnumerable<(Job Job, string? Workload)> WithChildrenAsync(IAsyncEnumerable<Job> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new Jobs(connection, reporter);
        await foreach (var job in all.InFullAsync(jobs, cancellationToken))
        {
            if (job.ArraySize is null)
            {
                yield return (job, job.Workload);
                continue;
            }

            await foreach (var child in all.ChildrenAsync(job, cancellationToken))
                yield return (child, child.Workload ?? job.Workload);
        }
    }
}
