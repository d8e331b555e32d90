using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>
/// Watches jobs by asking for their state, 100 a call, an array job as one. Jobs may be added while it runs; it ends
/// when all have ended and no more can come.
/// </summary>
internal sealed class JobWatch(BatchConnection home, IReporter reporter, TimeSpan? missingAfter = null)
{
    private const int CallsAtATime = 4;
    private const int FailedRoundsInARow = 10;

    private readonly JobArrivals _arrivals = new(home.TimeProvider);
    private readonly Dictionary<(BatchConnection, string), WatchedJob> _watched = [];
    private readonly List<JobChange> _settled = [];
    private DateTimeOffset _lastRound = DateTimeOffset.MinValue;
    private TimeSpan _interval = TimeSpan.Zero;

    // Those of the slowest connection that a job came from.
    private PollingIntervals _intervals = home.Intervals;
    private int _failedRounds;

    /// <summary>How many of the jobs given so far are in which state.</summary>
    public StatusTally Tally { get; } = new();

    /// <summary>Whether no more jobs can come.</summary>
    public bool IsComplete => _arrivals.IsComplete;

    /// <summary>The jobs that have not ended yet.</summary>
    public IEnumerable<JobReference> Unfinished => _watched.Values.Select(job => job.Reference);

    private int Calls => (_watched.Count + JobDescriptions.MostInOneCall - 1) / JobDescriptions.MostInOneCall;

    /// <summary>Watches one more job.</summary>
    public void Add(JobReference job) => _arrivals.Add(job);

    /// <summary>Watches the jobs of a source until it ends or breaks.</summary>
    public Task FeedAsync(IAsyncEnumerable<JobReference> jobs, CancellationToken cancellationToken) => _arrivals.FeedAsync(jobs, cancellationToken);

    /// <summary>Tells that no more jobs will come, or why the source of them failed.</summary>
    public void Complete(Exception? error = null) => _arrivals.Complete(error);

    /// <summary>Watches until all jobs have ended. Polls only as fast as the changes are taken.</summary>
    public async IAsyncEnumerable<JobChange> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await UntilDueAsync(cancellationToken))
        {
            var changes = _settled.Count > 0 ? TakeSettled() : await RoundAsync(cancellationToken);
            foreach (var change in changes)
                yield return change;
        }
    }

    private async Task<bool> UntilDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TakeArrivals();
            if (_settled.Count > 0)
                return true;
            if (_watched.Count == 0 || _arrivals.HasFailed)
            {
                if (!await _arrivals.WaitAsync(cancellationToken))
                    return false;
                continue;
            }

            var wait = _lastRound + _interval - home.TimeProvider.GetUtcNow();
            if (wait <= TimeSpan.Zero)
                return true;
            await _arrivals.WaitAsync(wait, cancellationToken);
        }
    }

    private void TakeArrivals()
    {
        foreach (var reference in _arrivals.Take())
        {
            if (reference.Job is { IsFinished: true, IsDetailed: true } finished)
            {
                Tally.Replace(null, finished);
                _settled.Add(new JobChange(reference, finished));
            }
            else
            {
                Watch(reference, reference.Connection ?? home);
            }
        }
    }

    private void Watch(JobReference reference, BatchConnection connection)
    {
        if (!_watched.TryAdd((connection, reference.JobId), new WatchedJob(reference, connection)))
            return;
        Tally.Replace(null, Counted(reference));
        if (connection.Intervals.Shortest > _intervals.Shortest)
            _intervals = connection.Intervals;
        if (_interval > TimeSpan.Zero)
            _interval = _intervals.Next(_interval, changed: true, Calls);
    }

    private List<JobChange> TakeSettled()
    {
        List<JobChange> taken = [.. _settled];
        _settled.Clear();
        return taken;
    }

    private async Task<List<JobChange>> RoundAsync(CancellationToken cancellationToken)
    {
        var changes = new List<JobChange>();
        try
        {
            foreach (var group in _watched.Values.GroupBy(job => job.Connection).ToArray())
            {
                var answers = group.Chunk(JobDescriptions.MostInOneCall).ToStreamAsync(cancellationToken).SelectInOrderAsync(
                    CallsAtATime, (chunk, token) => DescribeAsync(group.Key, chunk, token), cancellationToken);
                await foreach (var (chunk, found) in answers)
                    changes.AddRange(chunk.Select(job => Look(job, found)).OfType<JobChange>());
            }

            _failedRounds = 0;
        }
        catch (BatchException error) when (IsPassing(error) && ++_failedRounds < FailedRoundsInARow)
        {
            // A watch of hours outlives a short outage; jobs go on meanwhile.
            if (_failedRounds == 1)
                reporter.Warning(error.Message);
        }

        _lastRound = home.TimeProvider.GetUtcNow();
        _interval = _intervals.Next(_interval, changes.Count > 0, Calls);
        return changes;
    }

    private JobChange? Look(WatchedJob job, IReadOnlyDictionary<string, JobDetail> found)
    {
        var before = job.Seen ?? Counted(job.Reference);
        if (found.TryGetValue(job.Reference.JobId, out var detail))
        {
            if (!job.See(detail))
                return null;
            Tally.Replace(before, job.Seen);
            if (job.Seen!.IsFinished)
                _watched.Remove((job.Connection, job.Reference.JobId));
            return new JobChange(job.Reference, job.Seen);
        }

        if (!job.Miss(home.TimeProvider.GetUtcNow(), missingAfter ?? job.Connection.Intervals.MissingAfter))
            return null;
        Tally.Replace(before, null);
        _watched.Remove((job.Connection, job.Reference.JobId));
        return new JobChange(job.Reference, null);
    }

    private Job Counted(JobReference reference) => reference.Job ?? new Job { JobId = reference.JobId, Connection = home };

    private static bool IsPassing(BatchException error) =>
        error.Kind is ErrorKind.Unavailable or ErrorKind.Throttled or ErrorKind.Timeout;

    private static async Task<(WatchedJob[] Chunk, IReadOnlyDictionary<string, JobDetail> Found)> DescribeAsync(
        BatchConnection connection, WatchedJob[] chunk, CancellationToken cancellationToken) =>
        (chunk, await JobDescriptions.DescribeAsync(connection, [.. chunk.Select(job => job.Reference.JobId)], cancellationToken));
}
