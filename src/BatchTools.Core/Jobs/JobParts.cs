using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Names the parts of jobs that a filter asks for: the children of array jobs, the nodes of multi-node jobs.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of jobs that do not exist or have no such parts.</param>
/// <param name="filter">Which parts.</param>
internal sealed class JobParts(BatchConnection connection, IReporter reporter, JobFilter filter)
{
    /// <summary>The parts of each job.</summary>
    public IAsyncEnumerable<JobReference> NamesAsync(IAsyncEnumerable<JobReference> jobs, CancellationToken cancellationToken) =>
        filter.Node ? NodesAsync(jobs, cancellationToken)
        : filter.FailedChild ? FailedAsync(jobs, cancellationToken)
        : new ArrayChildren(connection, reporter).NamesAsync(jobs, filter.Index, cancellationToken);

    /// <summary>The node of a multi-node job at a place.</summary>
    public static JobReference Node(Job job, int index) =>
        JobReference.To(string.Create(CultureInfo.InvariantCulture, $"{job.JobId}#{index}"), job.Connection);

    // Only a listing tells which of thousands of children failed.
    private async IAsyncEnumerable<JobReference> FailedAsync(
        IAsyncEnumerable<JobReference> parents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (reference, parent) in JobDescriptions.ReadAsync(connection, parents, cancellationToken))
        {
            if (parent is not { ArraySize: not null })
            {
                reporter.Error(NoParts(reference, parent, nameof(Messages.NotAnArrayJob)));
                continue;
            }

            var request = new ListJobsRequest { ArrayJobId = parent.JobId, JobStatus = "FAILED", MaxResults = 1000 };
            do
            {
                var response = await new ServiceCall(parent.Connection, "batch:ListJobs", parent.JobId)
                    .InvokeAsync(token => parent.Connection.Batch.ListJobsAsync(request, token), cancellationToken);
                foreach (var summary in response.JobSummaryList ?? [])
                {
                    if (filter.Index.Count == 0 || (summary.ArrayProperties?.Index is { } index && filter.Index.Contains(index)))
                        yield return JobReference.To(JobMapping.ToJob(summary, parent.JobQueue, parent.Connection));
                }

                request.NextToken = response.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
    }

    private async IAsyncEnumerable<JobReference> NodesAsync(
        IAsyncEnumerable<JobReference> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, jobs, cancellationToken))
        {
            if (job is not { NodeCount: { } count })
            {
                reporter.Error(NoParts(reference, job, nameof(Messages.NotAMultiNodeJob)));
                continue;
            }

            for (var index = 0; index < count; index++)
                yield return Node(job, index);
        }
    }

    private BatchException NoParts(JobReference reference, Job? job, string errorId) => job is null
        ? Jobs.NotFound(reference, connection)
        : BatchException.For(errorId, ErrorKind.InvalidInput, job.JobId, job.JobId);
}
