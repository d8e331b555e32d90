using Amazon.Batch.Model;
using BatchTools.Journals;

namespace BatchTools;

/// <summary>
/// Finds out whether the service took a job although its answer got lost: by looking for a job of that name with the
/// submission's key among its tags. The service knows a new job only after a moment, so it looks several times.
/// </summary>
internal sealed class Settlement(BatchConnection connection, IReporter reporter)
{
    private const int MostFailures = 6;
    private const int PageSize = 100;

    // Clocks differ, and the job may be from the very moment.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] AwsPauses = [.. new[] { 1, 2, 4, 8 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
    private static readonly TimeSpan[] LocalPauses = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)];

    // What a job is tagged with does not change, so each is read once; null: it has no key.
    private readonly Dictionary<string, string?> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The id of the job with the key; null if the service does not have it.</summary>
    /// <exception cref="BatchException">The service could not be asked.</exception>
    public async Task<string?> FindAsync(JournalEntry entry, SubmitJobRequest request, CancellationToken cancellationToken)
    {
        var failures = 0;
        var pauses = connection.Kind == BatchConnectionKind.Local ? LocalPauses : AwsPauses;
        for (var look = 0; look < pauses.Length;)
        {
            await Task.Delay(pauses[look], connection.TimeProvider, cancellationToken);
            try
            {
                if (await LookAsync(entry, request, cancellationToken) is { } jobId)
                {
                    reporter.Verbose($"The answer to SubmitJob for '{request.JobName}' got lost, but the service has the job: {jobId}.");
                    return jobId;
                }

                look++;
            }
            catch (BatchException error) when (error.Kind is ErrorKind.Unavailable or ErrorKind.Timeout && ++failures < MostFailures)
            {
                // A look that failed says nothing, neither way.
            }
        }

        return null;
    }

    private async Task<string?> LookAsync(JournalEntry entry, SubmitJobRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var list = new ListJobsRequest { JobQueue = request.JobQueue, MaxResults = PageSize, Filters = [new KeyValuesPair { Name = "JOB_NAME", Values = [request.JobName!] }] };
            var earliest = entry.At - (long)ClockSkew.TotalMilliseconds;
            do
            {
                if (_jobs.TryGetValue(entry.Key, out var known))
                    return known;
                var page = await new ServiceCall(connection, "batch:ListJobs", ArnName.Of(request.JobQueue))
                    .InvokeAsync(token => connection.Batch.ListJobsAsync(list, token), cancellationToken);
                var recent = (page.JobSummaryList ?? []).Where(job => job.CreatedAt >= earliest).Select(job => job.JobId!).ToArray();
                await ReadAsync(recent.Where(id => !_keys.ContainsKey(id)).ToArray(), cancellationToken);
                // Newest first: after one that is too old no other is of interest.
                list.NextToken = recent.Length == page.JobSummaryList?.Count ? page.NextToken : null;
            }
            while (!string.IsNullOrEmpty(list.NextToken));

            return _jobs.GetValueOrDefault(entry.Key);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadAsync(string[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return;
        foreach (var (id, detail) in await JobDescriptions.DescribeAsync(connection, ids, cancellationToken))
        {
            var key = detail.Tags?.GetValueOrDefault(WorkloadTags.Key);
            _keys[id] = key;
            if (key is not null)
                _jobs[key] = id;
        }
    }
}
