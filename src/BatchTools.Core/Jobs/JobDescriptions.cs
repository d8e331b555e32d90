using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Reads the full descriptions of jobs, 100 a call.</summary>
internal static class JobDescriptions
{
    /// <summary>The jobs that DescribeJobs takes in one call.</summary>
    public const int MostInOneCall = 100;

    private const int CallsAtATime = 4;

    /// <summary>One call: what the service knows of up to 100 ids, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, JobDetail>> DescribeAsync(
        BatchConnection connection, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var request = new DescribeJobsRequest { Jobs = ids.Distinct(StringComparer.Ordinal).ToList() };
        var call = new ServiceCall(connection, "batch:DescribeJobs", ids.Count == 1 ? ids.First() : $"{ids.Count} jobs");
        var response = await call.InvokeAsync(token => connection.Batch.DescribeJobsAsync(request, token), cancellationToken);
        var found = new Dictionary<string, JobDetail>(StringComparer.Ordinal);
        foreach (var detail in response.Jobs ?? [])
            found[detail.JobId!] = detail;
        return found;
    }

    /// <summary>Each job in the order asked for, or null where the service knows none.</summary>
    public static async IAsyncEnumerable<(JobReference Reference, Job? Job)> ReadAsync(
        BatchConnection home, IAsyncEnumerable<JobReference> jobs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chunks = jobs.InChunksAsync(MostInOneCall, cancellationToken)
            .SelectInOrderAsync(CallsAtATime, (chunk, token) => DescribeAsync(home, chunk, token), cancellationToken);
        await foreach (var chunk in chunks)
        {
            foreach (var one in chunk)
                yield return one;
        }
    }

    private static async Task<IReadOnlyList<(JobReference Reference, Job? Job)>> DescribeAsync(
        BatchConnection home, IReadOnlyList<JobReference> chunk, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(BatchConnection, string), Job>();
        foreach (var group in chunk.GroupBy(reference => reference.Connection ?? home))
        {
            var ids = group.Select(reference => reference.JobId).ToArray();
            foreach (var (id, detail) in await DescribeAsync(group.Key, ids, cancellationToken))
                found[(group.Key, id)] = JobMapping.ToJob(detail, group.Key);
        }

        return chunk.Select(reference => (reference, found.GetValueOrDefault((reference.Connection ?? home, reference.JobId)))).ToArray();
    }
}
