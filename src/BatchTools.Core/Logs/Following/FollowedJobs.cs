using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>The jobs whose logs are followed; they are looked at from time to time for new attempts, children and ends.</summary>
internal sealed class FollowedJobs(BatchConnection home, IReporter reporter)
{
    private const int CallsAtATime = 4;
    private const int FailedLooksInARow = 10;

    private readonly Dictionary<(BatchConnection, string), FollowedJob> _jobs = [];
    private readonly HashSet<FollowedJob> _looked = [];
    private List<FollowedJob> _going = [];
    private int _failedLooks;

    /// <summary>When the jobs are to be looked at again.</summary>
    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Whether all jobs have ended.</summary>
    public bool AreOver => _going.Count == 0;

    /// <summary>Follows more jobs; one that is followed already is not followed twice.</summary>
    public void Add(IEnumerable<JobReference> jobs)
    {
        foreach (var reference in jobs)
        {
            var job = new FollowedJob(reference, reference.Connection ?? home);
            if (!_jobs.TryAdd((job.Connection, reference.JobId), job))
                continue;
            _going.Add(job);
            Due = DateTimeOffset.MinValue;
        }
    }

    /// <summary>Looks at the jobs if it is time, and gives those that can have a log as they are now.</summary>
    public async IAsyncEnumerable<Job> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (home.TimeProvider.GetUtcNow() < Due)
            yield break;

        // Parts that a look finds are looked at at once.
        var calls = 0;
        while (true)
        {
            var due = _going.SelectMany(job => job.Due()).Where(job => !_looked.Contains(job)).ToArray();
            if (due.Length == 0)
                break;
            foreach (var parent in _going.Where(_looked.Contains))
                parent.Looked();
            _looked.UnionWith(due);
            calls += (due.Length + JobDescriptions.MostInOneCall - 1) / JobDescriptions.MostInOneCall;
            var seen = await TryLookAsync(due, cancellationToken);
            if (seen is null)
                break;
            foreach (var job in seen)
                yield return job;
        }

        _looked.Clear();
        _going = [.. _going.Where(job => job.GoesOn)];
        var intervals = _jobs.Values.Select(job => job.Connection.Intervals).DefaultIfEmpty(home.Intervals).MaxBy(one => one.Logs.Jobs)!;
        var least = intervals.PerCall * calls;
        Due = AreOver ? DateTimeOffset.MaxValue : home.TimeProvider.GetUtcNow() + (least > intervals.Logs.Jobs ? least : intervals.Logs.Jobs);
    }

    private async Task<IReadOnlyList<Job>?> TryLookAsync(FollowedJob[] due, CancellationToken cancellationToken)
    {
        try
        {
            var seen = new List<Job>();
            foreach (var group in due.GroupBy(job => job.Connection))
            {
                var answers = group.Chunk(JobDescriptions.MostInOneCall).ToStreamAsync(cancellationToken).SelectInOrderAsync(
                    CallsAtATime,
                    async (chunk, token) => (chunk, Found: await JobDescriptions.DescribeAsync(group.Key, [.. chunk.Select(job => job.Reference.JobId)], token)),
                    cancellationToken);
                await foreach (var (chunk, found) in answers)
                {
                    seen.AddRange(chunk.Select(job => found.TryGetValue(job.Reference.JobId, out var detail) ? job.See(detail) : Missed(job))
                        .OfType<Job>().Where(job => job.ArraySize is null && job.NodeCount is null));
                }
            }

            _failedLooks = 0;
            return seen;
        }
        catch (BatchException error) when (error.Kind is ErrorKind.Unavailable or ErrorKind.Throttled or ErrorKind.Timeout && ++_failedLooks < FailedLooksInARow)
        {
            // Who follows for hours outlives a short outage; jobs go on meanwhile.
            if (_failedLooks == 1)
                reporter.Warning(error.Message);
            return null;
        }
    }

    private Job? Missed(FollowedJob job)
    {
        if (job.Reference.Job is { IsDetailed: true, IsFinished: true } kept)
            return job.SeeKept(kept);
        if (job.Miss(home.TimeProvider.GetUtcNow()))
            reporter.Error(LogJobs.Unknown(job.Reference, home));
        return null;
    }
}
