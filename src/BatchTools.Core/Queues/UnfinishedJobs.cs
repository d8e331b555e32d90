namespace BatchTools;

/// <summary>Counts the jobs of queues that have not ended, for a question: of very many it says only that there are more.</summary>
/// <param name="connection">Where the queues are.</param>
internal sealed class UnfinishedJobs(BatchConnection connection)
{
    private const int MostCounted = 5000;

    private static readonly JobStatus[] States =
        [JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING];

    /// <summary>The counts by state, such as <c>1 RUNNING, 2 RUNNABLE</c>; null where there are none.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public async Task<string?> CountAsync(string queue, CancellationToken cancellationToken)
    {
        var tally = new StatusTally();
        await foreach (var job in new JobListing(connection, queue, new JobFilter { Statuses = States }).ReadAsync(cancellationToken))
        {
            tally.Replace(null, job);
            if (tally.Total >= MostCounted)
                return $"{tally}, and more";
        }

        return tally.Total == 0 ? null : $"{tally}";
    }
}
