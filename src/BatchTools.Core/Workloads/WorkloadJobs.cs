using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Finds the jobs of workloads by name.</summary>
internal static class WorkloadJobs
{
    /// <summary>The jobs of each workload, in the order in which they were submitted. A workload that has none is reported.</summary>
    public static async IAsyncEnumerable<JobReference> FindAsync(
        BatchConnection connection, IReadOnlyList<string> workloads, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var name in workloads)
        {
            // The service lists the newest first, so all must be there before the first can be given.
            var jobs = new List<Job>();
            await foreach (var job in new Jobs(connection, reporter).GetAsync(new JobFilter { Workload = name }, cancellationToken))
                jobs.Add(job);
            jobs.Reverse();
            foreach (var job in jobs.OrderBy(job => job.CreatedAt))
                yield return job;
            if (jobs.Count == 0)
                reporter.Error(BatchException.For(nameof(Messages.WorkloadNotFound), ErrorKind.NotFound, name, name, connection.Name));
        }
    }
}
