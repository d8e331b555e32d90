using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Finds jobs: by id, or by queue and conditions, whatever their state.</summary>
/// <param name="connection">The connection to look in, for references that bring none.</param>
/// <param name="reporter">Hears of what could not be found.</param>
public sealed class Jobs(BatchConnection connection, IReporter reporter)
{
    private const int ChunksAtATime = 4;

    /// <summary>Finds the jobs that meet the filter, queue by queue, page by page.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Each job once: as the listing tells it, or in full where the filter asks for that or needs it.</returns>
    public async IAsyncEnumerable<Job> GetAsync(
        JobFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var match = new JobMatch(filter);
        await foreach (var queue in QueuesAsync(filter, cancellationToken))
        {
            var listed = new JobListing(connection, queue, filter).ReadAsync(cancellationToken).WhereAsync(match.IsCandidate, cancellationToken);
            var found = filter.HasParts ? PartsAsync(listed, filter, cancellationToken)
                : filter.Detail || filter.Workload is not null ? InFullAsync(listed, cancellationToken)
                : listed;
            await foreach (var job in found.WithCancellation(cancellationToken))
            {
                if (match.IsMatch(job))
                    yield return job;
            }
        }
    }

    /// <summary>Reads the jobs that are named, or their children if the filter asks for children.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="filter">Children, and further conditions. Default: the jobs themselves, whatever they are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The jobs in the order asked for. One that does not exist is reported, and the others go on.</returns>
    public async IAsyncEnumerable<Job> GetAsync(
        IAsyncEnumerable<JobReference> jobs,
        JobFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        filter ??= new JobFilter();
        var match = new JobMatch(filter);
        var wanted = filter.HasParts ? new JobParts(connection, reporter, filter).NamesAsync(jobs, cancellationToken) : jobs;
        await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, wanted, cancellationToken))
        {
            if (job is null)
                reporter.Error(NotFound(reference));
            else if (match.IsMatch(job))
                yield return job;
        }
    }

    /// <summary>Reads the children of an array job.</summary>
    internal IAsyncEnumerable<Job> ChildrenAsync(Job array, CancellationToken cancellationToken) =>
        GetAsync(new JobReference[] { array }.ToStreamAsync(cancellationToken), new JobFilter { Child = true }, cancellationToken);

    /// <summary>The error for a job that the service does not know.</summary>
    internal static BatchException NotFound(JobReference reference, BatchConnection home) => BatchException.For(
        nameof(Messages.JobNotFound), ErrorKind.NotFound, reference.JobId, reference.JobId, (reference.Connection ?? home).Name);

    private BatchException NotFound(JobReference reference) => NotFound(reference, connection);

    private IAsyncEnumerable<Job> PartsAsync(IAsyncEnumerable<Job> listed, JobFilter filter, CancellationToken cancellationToken)
    {
        var whole = listed.WhereAsync(job => filter.Node ? job.NodeCount is not null : job.ArraySize is not null, cancellationToken);
        return GetAsync(whole.SelectAsync(JobReference.To, cancellationToken), filter, cancellationToken);
    }

    /// <summary>
    /// Each job in full: one that is a listing's entry is looked up; if the service no longer knows it, it comes as it is.
    /// </summary>
    internal IAsyncEnumerable<Job> InFullAsync(IAsyncEnumerable<Job> jobs, CancellationToken cancellationToken)
    {
        return jobs.InChunksAsync(JobDescriptions.MostInOneCall, cancellationToken)
            .SelectManyInOrderAsync(ChunksAtATime, JobDescriptions.MostInOneCall, DescribedAsync, cancellationToken);

        async IAsyncEnumerable<Job> DescribedAsync(IReadOnlyList<Job> chunk, [EnumeratorCancellation] CancellationToken cancellation)
        {
            var brief = chunk.Where(job => !job.IsDetailed).ToStreamAsync(cancellation).SelectAsync(JobReference.To, cancellation);
            var described = new Dictionary<Job, Job?>();
            await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, brief, cancellation))
                described[reference.Job!] = job;
            foreach (var job in chunk)
                yield return described.GetValueOrDefault(job) ?? job;
        }
    }

    private async IAsyncEnumerable<string> QueuesAsync(
        JobFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.JobQueues.Count > 0 && !filter.JobQueues.Any(name => new NamePattern(name).HasWildcards))
        {
            foreach (var name in filter.JobQueues.Distinct(StringComparer.Ordinal))
                yield return name;
            yield break;
        }

        await foreach (var queue in new JobQueues(connection, reporter).GetAsync(filter.JobQueues, cancellationToken))
            yield return queue.JobQueueName;
    }
}
