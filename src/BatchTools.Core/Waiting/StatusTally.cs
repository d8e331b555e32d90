namespace BatchTools;

/// <summary>Counts jobs by state, the children of array jobs one by one.</summary>
internal sealed class StatusTally
{
    private readonly SortedDictionary<JobStatus, int> _counts = [];

    /// <summary>The jobs and children that are counted.</summary>
    public int Total => _counts.Values.Sum();

    /// <summary>Those that have ended.</summary>
    public int Finished => Of(JobStatus.SUCCEEDED) + Of(JobStatus.FAILED);

    /// <summary>Those in a state.</summary>
    public int Of(JobStatus status) => _counts.GetValueOrDefault(status);

    /// <summary>Counts a job in its new state in place of its old one.</summary>
    /// <param name="before">The job as it was counted; null: not yet.</param>
    /// <param name="after">The job as it is; null: no more.</param>
    public void Replace(Job? before, Job? after)
    {
        foreach (var (status, count) in Parts(before))
            _counts[status] = Of(status) - count;
        foreach (var (status, count) in Parts(after))
            _counts[status] = Of(status) + count;
    }

    /// <summary>The counts that are not zero, the furthest state first: "3 SUCCEEDED, 2 RUNNING".</summary>
    /// <returns>The counts in words.</returns>
    public override string ToString() => string.Join(
        ", ", _counts.Where(one => one.Value != 0).Reverse().Select(one => $"{one.Value} {Name(one.Key)}"));

    private static string Name(JobStatus status) => status == JobStatus.UNKNOWN ? "not yet known" : status.ToString();

    private static IEnumerable<KeyValuePair<JobStatus, int>> Parts(Job? job)
    {
        if (job is null)
            return [];
        if (job.ArraySize is not { } size)
            return [new(job.Status, 1)];

        // Before the children are spawned, and where the service sends no summary, all are in the parent's state.
        return job.StatusSummary.Values.Sum() == size ? job.StatusSummary : [new(job.Status, size)];
    }
}
