using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Finds the failed among jobs. Of an array job only the failed children are looked at, however many there are.</summary>
internal sealed class FailedJobs(BatchConnection connection, IReporter reporter)
{
    /// <summary>The failed jobs, children and nodes, with their full descriptions.</summary>
    public async IAsyncEnumerable<Job> FindAsync(
        IAsyncEnumerable<JobReference> jobs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var unknown = jobs.WhereAsync(reference => reference.Job is not { IsFinished: true, IsDetailed: true, Status: JobStatus.SUCCEEDED }, cancellationToken);
        await foreach (var (reference, found) in JobDescriptions.ReadAsync(connection, unknown, cancellationToken))
        {
            var job = found ?? (reference.Job is { IsDetailed: true } kept ? kept : null);
            if (job is null)
            {
                reporter.Error(LogJobs.Unknown(reference, connection));
                continue;
            }

            var parts = job.ArraySize is not null ? FailedChildrenAsync(job, cancellationToken) : LogJobs.Parts(job).ToStreamAsync(cancellationToken);
            var hasParts = job.ArraySize is not null || job.NodeCount is not null;
            if (!hasParts && job.Status == JobStatus.FAILED)
                yield return job;
            await foreach (var (_, part) in JobDescriptions.ReadAsync(connection, parts, cancellationToken))
            {
                if (part is { Status: JobStatus.FAILED })
                    yield return part;
            }
        }
    }

    private IAsyncEnumerable<JobReference> FailedChildrenAsync(Job parent, CancellationToken cancellationToken)
    {
        var isKnownToHaveNone = parent.StatusSummary.Count > 0 && parent.StatusSummary.GetValueOrDefault(JobStatus.FAILED) == 0;
        JobReference[] parents = isKnownToHaveNone ? [] : [parent];
        return new JobParts(connection, reporter, new JobFilter { FailedChild = true }).NamesAsync(parents.ToStreamAsync(cancellationToken), cancellationToken);
    }
}
