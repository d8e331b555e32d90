namespace BatchTools;

/// <summary>Gathers jobs and sums them up. A job that is added again replaces what was known of it.</summary>
/// <param name="workload">The name of the workload; null: what the jobs' tags say.</param>
/// <param name="timeProvider">The clock for the summary's own time; null: the system's.</param>
public sealed class WorkloadMeasure(string? workload = null, TimeProvider? timeProvider = null)
{
    private const int NamesPerFailure = 20;

    private readonly List<Job> _jobs = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Adds a job.</summary>
    /// <param name="job">A job, also an array parent or a child.</param>
    public void Add(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (_places.TryAdd(job.JobId, _jobs.Count))
            _jobs.Add(job);
        else
            _jobs[_places[job.JobId]] = job;
    }

    /// <summary>Sums up what was added so far.</summary>
    /// <returns>The summary.</returns>
    public WorkloadSummary ToSummary()
    {
        var children = _jobs.Where(job => job.ArrayIndex is not null).ToLookup(job => job.ArrayJobId!, StringComparer.Ordinal);
        var counts = Counts(children);
        var ran = _jobs.Where(job => job.ArraySize is null).ToArray();
        var names = _jobs.Select(job => job.Workload).Distinct().ToArray();
        var connections = _jobs.Select(job => job.Connection).Distinct().ToArray();
        return new()
        {
            Workload = workload ?? (names.Length == 1 ? names[0] : null),
            JobCount = counts.Values.Sum(),
            Succeeded = counts.GetValueOrDefault(JobStatus.SUCCEEDED),
            Failed = counts.GetValueOrDefault(JobStatus.FAILED),
            StatusCounts = counts,
            StartedAt = _jobs.Min(job => job.CreatedAt),
            StoppedAt = _jobs.Max(job => job.StoppedAt),
            TotalRunTime = TimeSpan.FromTicks(ran.Sum(job => job.RunTime()?.Ticks ?? 0)),
            VcpuHours = ran.Any(job => job.Vcpu is not null) ? ran.Sum(job => (job.RunTime()?.TotalHours ?? 0) * (double)(job.Vcpu ?? 0)) : null,
            RunTime = DurationStatistics.Of(ran.Select(job => job.RunTime()).OfType<TimeSpan>()),
            QueueTime = DurationStatistics.Of(ran.Select(job => job.Waited()).OfType<TimeSpan>()),
            Failures = Failures(children),
            Jobs = [.. _jobs],
            Connection = connections.Length == 1 ? connections[0] : null,
            CreatedAt = (timeProvider ?? TimeProvider.System).GetLocalNow().LocalDateTime,
        };
    }

    // An array parent tells the states of all its children; those of them that were added stand for themselves.
    private SortedDictionary<JobStatus, int> Counts(ILookup<string, Job> children)
    {
        var counts = new SortedDictionary<JobStatus, int>();
        foreach (var job in _jobs)
        {
            if (job.ArraySize is not { } size)
            {
                Count(counts, job.Status, 1);
                continue;
            }

            var left = job.StatusSummary.Where(pair => pair.Key != JobStatus.UNKNOWN).ToDictionary();
            foreach (var child in children[job.JobId].Where(child => left.GetValueOrDefault(child.Status) > 0))
                left[child.Status]--;
            foreach (var (status, count) in left)
                Count(counts, status, count);
            Count(counts, job.IsFinished ? job.Status : JobStatus.SUBMITTED, size - children[job.JobId].Count() - left.Values.Sum());
        }

        return counts;
    }

    private static void Count(SortedDictionary<JobStatus, int> counts, JobStatus status, int count)
    {
        if (count > 0)
            counts[status] = counts.GetValueOrDefault(status) + count;
    }

    private FailureGroup[] Failures(ILookup<string, Job> children) =>
        [.. _jobs.Where(job => job.Status == JobStatus.FAILED && (job.ArraySize is null || !children.Contains(job.JobId)))
            .GroupBy(job => job.FailureReason(), StringComparer.Ordinal)
            .Select(group => new FailureGroup(
                group.Key,
                group.Sum(job => job.ArraySize is null ? 1 : Math.Max(1, job.StatusSummary.GetValueOrDefault(JobStatus.FAILED))),
                [.. group.Take(NamesPerFailure).Select(job => job.JobName)]))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Reason, StringComparer.Ordinal)];
}
