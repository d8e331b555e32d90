using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Finds the jobs of workloads by name.</summary>
internal static class WorkloadJobs
{
    /// <summary>The jobs of each workload. One that has none is reported.</summary>
    public static async IAsyncEnumerable<JobReference> FindAsync(
        BatchConnection connection, IReadOnlyList<string> workloads, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var name in workloads)
        {
            var any = false;
            await foreach (var job in new Jobs(connection, reporter).GetAsync(new JobFilter { Workload = name }, cancellationToken))
            {
                any = true;
                yield return job;
            }

            if (!any)
                reporter.Error(BatchException.For(nameof(Messages.WorkloadNotFound), ErrorKind.NotFound, name, name, connection.Name));
        }
    }
}
