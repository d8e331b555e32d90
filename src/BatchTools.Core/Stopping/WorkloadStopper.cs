using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Stops all that is unfinished of a workload, also what is still being submitted to it meanwhile.</summary>
/// <param name="connection">Where the workload runs.</param>
/// <param name="reporter">Hears of jobs that could not be stopped.</param>
public sealed class WorkloadStopper(BatchConnection connection, IReporter reporter)
{
    private static readonly JobStatus[] Unfinished =
        [JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING];

    /// <summary>Stops the jobs of a workload, looking again until a look finds none that is new.</summary>
    /// <param name="workload">The name of the workload.</param>
    /// <param name="options">How to stop.</param>
    /// <param name="cancellationToken">Ends the stopping.</param>
    /// <returns>The jobs, as <see cref="JobStopper.StopAsync"/> gives them.</returns>
    public async IAsyncEnumerable<Job> StopAsync(
        string workload, StopOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(options);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var filter = new JobFilter { Workload = workload, Statuses = Unfinished };
        int found;
        do
        {
            found = 0;
            var jobs = new Jobs(connection, reporter).GetAsync(filter, cancellationToken)
                .WhereAsync(job => seen.Add(job.JobId), cancellationToken)
                .SelectAsync(JobReference.To, cancellationToken);
            await foreach (var job in new JobStopper(connection, reporter).StopAsync(jobs, options, cancellationToken))
            {
                found++;
                yield return job;
            }
        }
        while (found > 0);

        if (seen.Count == 0)
            reporter.Warning($"Nothing of the workload '{workload}' is unfinished.");
    }
}
