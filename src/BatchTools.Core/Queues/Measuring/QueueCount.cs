namespace BatchTools;

/// <summary>
/// Counts the jobs of a queue, again and again. The first time it lists all of them. Later it lists those that have not ended and
/// those that are new, and describes the ones that have ended since: a job that has ended does not change.
/// </summary>
/// <param name="connection">Where the queue is.</param>
/// <param name="queue">The queue's name.</param>
internal sealed class QueueCount(BatchConnection connection, string queue)
{
    private static readonly JobStatus[] Unfinished = [JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING];

    // The service forgets jobs after some days, and that only a whole listing shows.
    private static readonly TimeSpan Renewal = TimeSpan.FromHours(1);

    // The clocks here and there differ, and a listing shows a job a moment late.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, Job> _unfinished = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime?> _endedLately = new(StringComparer.Ordinal);
    private StatusTally _tally = new();
    private DateTime _renewedAt;
    private DateTime? _countedAt;

    /// <summary>The job that has been waiting for room for the longest; null if none waits.</summary>
    public Job? Oldest => _unfinished.Values.Where(WaitsForRoom).MinBy(job => job.CreatedAt);

    /// <summary>Counts the jobs as they are now.</summary>
    /// <param name="cancellationToken">Ends the counting.</param>
    /// <returns>The jobs by state.</returns>
    /// <exception cref="BatchException">A call failed.</exception>
    public async Task<StatusTally> CountAsync(CancellationToken cancellationToken)
    {
        var now = connection.TimeProvider.GetLocalNow().DateTime;
        if (_countedAt is { } last && now - _renewedAt < Renewal)
        {
            await RenewAsync(last - Overlap, cancellationToken);
        }
        else
        {
            (_tally, _renewedAt) = (new(), now);
            _unfinished.Clear();
            _endedLately.Clear();
            await foreach (var job in ListAsync(new(), cancellationToken))
                Note(job);
        }

        _countedAt = now;
        foreach (var id in _endedLately.Where(one => !(one.Value > now - Overlap - Overlap)).Select(one => one.Key).ToList())
            _endedLately.Remove(id);
        return _tally;
    }

    private async Task RenewAsync(DateTime since, CancellationToken cancellationToken)
    {
        var gone = _unfinished.Keys.ToHashSet(StringComparer.Ordinal);
        await foreach (var job in ListAsync(new() { Statuses = Unfinished }, cancellationToken))
        {
            gone.Remove(job.JobId);
            Note(job);
        }

        await foreach (var job in ListAsync(new() { CreatedAfter = since }, cancellationToken))
        {
            gone.Remove(job.JobId);
            Note(job);
        }

        foreach (var ids in gone.Chunk(JobDescriptions.MostInOneCall))
        {
            var found = await JobDescriptions.DescribeAsync(connection, ids, cancellationToken);
            foreach (var id in ids)
                Note(id, found.TryGetValue(id, out var detail) ? JobMapping.ToJob(detail, connection) : null);
        }
    }

    private IAsyncEnumerable<Job> ListAsync(JobFilter filter, CancellationToken cancellationToken) =>
        new JobListing(connection, queue, filter).ReadAsync(cancellationToken);

    private void Note(Job job) => Note(job.JobId, job);

    private void Note(string id, Job? job)
    {
        if (_endedLately.ContainsKey(id))
            return;
        _tally.Replace(_unfinished.GetValueOrDefault(id), job);
        _unfinished.Remove(id);
        if (job?.IsFinished == false)
            _unfinished[id] = job;
        else if (job is not null)
            _endedLately[id] = job.CreatedAt;
    }

    // Children of an array are listed with their parent alone.
    private static bool WaitsForRoom(Job job) => job.Status == JobStatus.RUNNABLE || job.StatusSummary.GetValueOrDefault(JobStatus.RUNNABLE) > 0;
}
