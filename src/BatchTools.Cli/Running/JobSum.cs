namespace BatchTools.Cli.Running;

/// <summary>Sums up jobs, of array jobs their children. Safe to use from any thread.</summary>
/// <param name="connection">Where the jobs are.</param>
/// <param name="reporter">Hears of children that could not be read.</param>
/// <param name="workload">The name of the workload; null: what the jobs' tags say.</param>
internal sealed class JobSum(BatchConnection connection, IReporter reporter, string? workload)
{
    private readonly Lock _gate = new();
    private readonly WorkloadMeasure _measure = new(workload);

    /// <summary>Adds a job as it is known.</summary>
    public void Add(Job job)
    {
        lock (_gate)
            _measure.Add(job);
    }

    /// <summary>Adds a job, and the children that it has: their times and reasons are their own.</summary>
    public async Task AddAsync(Job job, CancellationToken cancellationToken)
    {
        Add(job);
        if (job.ArraySize is null)
            return;
        await foreach (var child in new Jobs(connection, reporter).ChildrenAsync(job, cancellationToken))
            Add(child);
    }

    public WorkloadSummary ToSummary()
    {
        lock (_gate)
            return _measure.ToSummary();
    }
}
