using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Lists the jobs of one queue, each once, whatever their state.</summary>
internal sealed class JobListing(BatchConnection connection, string queue, JobFilter filter)
{
    // A listing of one state misses a job that moves between two listings. Forward moves are met by listing in the
    // order of a job's life; the way back, from RUNNING to RUNNABLE for another attempt, by looking at RUNNING first.
    private static readonly JobStatus[] InOrderOfLife =
    [
        JobStatus.RUNNING, JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING,
        JobStatus.SUCCEEDED, JobStatus.FAILED,
    ];

    private const int LargestPage = 1000;

    // The most with a filter; and what the first page takes, so that the first job is there soon.
    private const int SmallPage = 100;

    /// <summary>The jobs as the listing tells them, page by page.</summary>
    public async IAsyncEnumerable<Job> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in Requests())
        {
            var page = request.MaxResults;
            do
            {
                request.MaxResults = seen.Count == 0 ? SmallPage : page;
                var response = await PageAsync(request, cancellationToken);
                foreach (var summary in response.JobSummaryList ?? [])
                {
                    if (seen.Add(summary.JobId!))
                        yield return JobMapping.ToJob(summary, queue, connection);
                }

                request.NextToken = response.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
    }

    // With a filter, which the service takes one of, it tells jobs of all states at once; else it tells one state.
    private IEnumerable<ListJobsRequest> Requests()
    {
        if (ServiceFilter() is { } condition)
        {
            yield return new ListJobsRequest { JobQueue = queue, Filters = [condition], MaxResults = SmallPage };
            yield break;
        }

        var statuses = filter.Statuses.Count > 0
            ? InOrderOfLife.Where(status => filter.Statuses.Contains(status)).Distinct()
            : InOrderOfLife;
        // The share is the one condition that goes with a state.
        var share = filter.ShareIdentifier is { } identifier ? new List<KeyValuesPair> { Condition("SHARE_IDENTIFIER", identifier) } : null;
        foreach (var status in statuses)
            yield return new ListJobsRequest { JobQueue = queue, JobStatus = status.ToString(), Filters = share, MaxResults = share is null ? LargestPage : SmallPage };
    }

    private KeyValuesPair? ServiceFilter()
    {
        if (filter.ShareIdentifier is not null)
            return null;
        if (filter.JobNames is [var name] && (new NamePattern(name) is { HasWildcards: false } or { IsPrefix: true }) && name != "*")
            return Condition("JOB_NAME", name);
        if (filter.JobDefinition is { } definition && new NamePattern(definition) is { HasWildcards: false })
            return Condition("JOB_DEFINITION", ArnName.WithoutRevision(definition));
        if (filter.CreatedAfter is { } after)
            return Condition("AFTER_CREATED_AT", Milliseconds(after));
        if (filter.CreatedBefore is { } before)
            return Condition("BEFORE_CREATED_AT", Milliseconds(before));
        return null;
    }

    private static KeyValuesPair Condition(string name, string value) => new() { Name = name, Values = [value] };

    private static string Milliseconds(DateTime time) =>
        ServiceTime.ToMilliseconds(time).ToString(CultureInfo.InvariantCulture);

    private Task<ListJobsResponse> PageAsync(ListJobsRequest request, CancellationToken cancellationToken) =>
        new ServiceCall(connection, "batch:ListJobs", queue)
            .InvokeAsync(token => connection.Batch.ListJobsAsync(request, token), cancellationToken);
}
