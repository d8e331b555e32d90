using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Finds the jobs that log: those that are named, the children of array jobs, the nodes of multi-node jobs.</summary>
internal sealed class LogJobs(BatchConnection connection, IReporter reporter)
{
    /// <summary>The most children of an array that come together.</summary>
    public const int PartsTogether = 500;

    /// <summary>The jobs, in the order asked for, with their full descriptions.</summary>
    public async IAsyncEnumerable<Job> SingleAsync(
        IAsyncEnumerable<JobReference> jobs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (reference, found) in JobDescriptions.ReadAsync(connection, jobs, cancellationToken))
        {
            // A job that the service has forgotten still tells where its log is.
            var job = found ?? (reference.Job is { IsDetailed: true } kept ? kept : null);
            if (job is null)
            {
                reporter.Error(Unknown(reference, connection));
                continue;
            }

            var parts = Parts(job);
            if (parts.Count == 0)
                yield return job;
            foreach (var some in parts.Chunk(PartsTogether))
            {
                // All at once, so that who takes them can deal with them together.
                foreach (var part in await DescribeAsync(some, cancellationToken))
                    yield return part;
            }
        }
    }

    private async Task<List<Job>> DescribeAsync(IReadOnlyList<JobReference> parts, CancellationToken cancellationToken)
    {
        var found = new List<Job>(parts.Count);
        await foreach (var (_, part) in JobDescriptions.ReadAsync(connection, parts.ToStreamAsync(cancellationToken), cancellationToken))
        {
            if (part is not null)
                found.Add(part);
        }

        return found;
    }

    /// <summary>The error for a job that the service does not know.</summary>
    public static BatchException Unknown(JobReference reference, BatchConnection home) => BatchException.For(
        nameof(Messages.JobLogExpired), ErrorKind.NotFound, reference.JobId, reference.JobId, (reference.Connection ?? home).Name);

    /// <summary>The children of an array job, or the nodes of a multi-node job; none for other jobs. Their ids are the parent's with their place.</summary>
    public static IReadOnlyList<JobReference> Parts(Job job)
    {
        if (job.ArraySize is { } size)
            return [.. Enumerable.Range(0, size).Select(index => ArrayChildren.Child(job, index))];
        if (job.NodeCount is { } nodes)
            return [.. Enumerable.Range(0, nodes).Select(index => JobParts.Node(job, index))];
        return [];
    }
}
