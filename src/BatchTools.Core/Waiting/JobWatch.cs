using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>
/// Watches jobs by asking for their state, 100 a call, an array job as one. Jobs may be added while it runs; it ends
/// when all have ended, or have come as far as was asked for, and no more can come.
/// </summary>
/// <param name="home">The connection of references that bring none.</param>
/// <param name="reporter">Hears of an outage of the service.</param>
/// <param name="goal">How far each job is watched. Default: to its end.</param>
/// <param name="missingAfter">How long a job may be unknown. Default: as the connection says.</param>
internal sealed class JobWatch(BatchConnection home, IReporter reporter, WaitGoal goal = default, TimeSpan? missingAfter = null)
{
    private const int CallsAtATime = 4;
    private const int HeldJobsEveryRounds = 10;
    private const int FailedRoundsInARow = 10;

    private readonly JobArrivals _arrivals = new(home.TimeProvider);
    private readonly Dictionary<(BatchConnection, string), WatchedJob> _watched = [];
    private readonly List<JobChange> _settled = [];
    private DateTimeOffset _lastRound = DateTimeOffset.MinValue;
    private TimeSpan _interval = TimeSpan.Zero;

    // Those of the slowest connection that a job came from.
    private PollingIntervals _intervals = home.Intervals;
    private int _failedRounds;
    private int _rounds;

    /// <summary>How many of the jobs given so far are in which state.</summary>
    public StatusTally Tally { get; } = new();

    /// <summary>Whether no more jobs can come.</summary>
    public bool IsComplete => _arrivals.IsComplete;

    /// <summary>The calls that were made to see the states of the jobs.</summary>
    public int StatusCalls { get; private set; }

    /// <summary>The most of them that one poll took.</summary>
    public int MostCallsInAPoll { get; private set; }

    /// <summary>How often the states were asked for.</summary>
    public int Polls => _rounds;

    /// <summary>The jobs that have not ended yet.</summary>
    public IEnumerable<JobReference> Unfinished => _watched.Values.Select(job => job.Reference);

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
            if (reference.Job is { IsDetailed: true } known && goal.IsReached(known))
            {
                Tally.Replace(null, known);
                _settled.Add(new JobChange(reference, known, IsLast: true));
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
            _interval = _intervals.Next(_interval, changed: true, Calls(_watched.Count));
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
        var all = _rounds++ % HeldJobsEveryRounds == 0;
        var asked = _watched.Values.Where(job => all || !IsHeld(job)).ToArray();
        var before = StatusCalls;
        try
        {
            foreach (var group in asked.GroupBy(job => job.Connection))
            {
                var answers = group.Chunk(JobDescriptions.MostInOneCall).ToStreamAsync(cancellationToken).SelectInOrderAsync(
                    CallsAtATime, (chunk, token) => DescribeAsync(group.Key, chunk, token), cancellationToken);
                StatusCalls += Calls(group.Count());
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

        MostCallsInAPoll = Math.Max(MostCallsInAPoll, StatusCalls - before);
        _lastRound = home.TimeProvider.GetUtcNow();
        _interval = _intervals.Next(_interval, changes.Count > 0, Calls(asked.Length));
        return changes;
    }

    // A job that waits for another one under this watch changes before that one ends only if somebody stops it, so it is looked at
    // seldom. Children of an array may wait for single children of another one, so array jobs are always looked at.
    private bool IsHeld(WatchedJob job) =>
        job.Seen is { IsDetailed: true, Status: JobStatus.SUBMITTED or JobStatus.PENDING, ArraySize: null } seen &&
        seen.DependsOn.Any(id => _watched.ContainsKey((job.Connection, id)));

    private JobChange? Look(WatchedJob job, IReadOnlyDictionary<string, JobDetail> found)
    {
        var before = job.Seen ?? Counted(job.Reference);
        if (found.TryGetValue(job.Reference.JobId, out var detail))
        {
            if (!job.See(detail))
                return null;
            Tally.Replace(before, job.Seen);
            var reached = goal.IsReached(job.Seen!);
            if (reached)
                _watched.Remove((job.Connection, job.Reference.JobId));
            return new JobChange(job.Reference, job.Seen, reached);
        }

        if (!job.Miss(home.TimeProvider.GetUtcNow(), missingAfter ?? job.Connection.Intervals.MissingAfter))
            return null;
        Tally.Replace(before, null);
        _watched.Remove((job.Connection, job.Reference.JobId));
        return new JobChange(job.Reference, null, IsLast: true);
    }

    private static int Calls(int jobs) => (jobs + JobDescriptions.MostInOneCall - 1) / JobDescriptions.MostInOneCall;

    private Job Counted(JobReference reference) => reference.Job ?? new Job { JobId = reference.JobId, Connection = home };

    private static bool IsPassing(BatchException error) =>
        error.Kind is ErrorKind.Unavailable or ErrorKind.Throttled or ErrorKind.Timeout;

    private static async Task<(WatchedJob[] Chunk, IReadOnlyDictionary<string, JobDetail> Found)> DescribeAsync(
        BatchConnection connection, WatchedJob[] chunk, CancellationToken cancellationToken) =>
        (chunk, await JobDescriptions.DescribeAsync(connection, [.. chunk.Select(job => job.Reference.JobId)], cancellationToken));
}
