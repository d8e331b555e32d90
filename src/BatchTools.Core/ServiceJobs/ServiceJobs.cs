using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Submits, finds, changes and stops service jobs.</summary>
/// <param name="connection">Where they are.</param>
/// <param name="reporter">Hears of ids that do not exist.</param>
internal sealed class ServiceJobs(BatchConnection connection, IReporter reporter)
{
    /// <summary>Finds service jobs.</summary>
    public IAsyncEnumerable<ServiceJob> GetAsync(ServiceJobFilter filter, CancellationToken cancellationToken) =>
        filter.Ids.Count > 0 ? DescribeAsync(filter.Ids, cancellationToken) : ListAsync(filter, cancellationToken);

    /// <summary>Submits a job. A token makes sure that a repeated call submits it once.</summary>
    /// <exception cref="BatchException">The service refused it.</exception>
    public async Task<ServiceJob> SubmitAsync(SubmitServiceJobRequest request, CancellationToken cancellationToken)
    {
        request.ClientToken ??= Guid.NewGuid().ToString();
        var answer = await CallAsync("SubmitServiceJob", request.JobName, token => connection.Batch.SubmitServiceJobAsync(request, token), cancellationToken);
        return await DescribeAsync(answer.JobId!, cancellationToken);
    }

    /// <summary>Changes the priority of a job.</summary>
    /// <exception cref="BatchException">There is no such job.</exception>
    public async Task<ServiceJob> UpdateAsync(UpdateServiceJobRequest request, CancellationToken cancellationToken)
    {
        request.JobId = ArnName.Of(request.JobId);
        await CallAsync("UpdateServiceJob", request.JobId, token => connection.Batch.UpdateServiceJobAsync(request, token), cancellationToken);
        return await DescribeAsync(request.JobId, cancellationToken);
    }

    /// <summary>Stops a job.</summary>
    /// <exception cref="BatchException">There is no such job.</exception>
    public async Task<ServiceJob> StopAsync(TerminateServiceJobRequest request, CancellationToken cancellationToken)
    {
        request.JobId = ArnName.Of(request.JobId);
        await CallAsync("TerminateServiceJob", request.JobId, token => connection.Batch.TerminateServiceJobAsync(request, token), cancellationToken);
        return await DescribeAsync(request.JobId, cancellationToken);
    }

    private async IAsyncEnumerable<ServiceJob> DescribeAsync(IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            ServiceJob job;
            try
            {
                job = await FindAsync(id, cancellationToken);
            }
            catch (BatchException error)
            {
                reporter.Error(error);
                continue;
            }

            yield return job;
        }
    }

    /// <summary>The job of an id or an ARN.</summary>
    /// <exception cref="BatchException">There is none.</exception>
    public Task<ServiceJob> FindAsync(string? idOrArn, CancellationToken cancellationToken) => DescribeAsync(ArnName.Of(idOrArn), cancellationToken);

    private async Task<ServiceJob> DescribeAsync(string id, CancellationToken cancellationToken) => ServiceJobMapping.ToServiceJob(
        await CallAsync("DescribeServiceJob", id, token => connection.Batch.DescribeServiceJobAsync(new() { JobId = id }, token), cancellationToken), connection);

    private async IAsyncEnumerable<ServiceJob> ListAsync(ServiceJobFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var queue in QueuesAsync(filter, cancellationToken))
        {
            // A job may change its state between two calls.
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var request in Requests(queue, filter))
            {
                await foreach (var job in PagesAsync(request, cancellationToken))
                {
                    if (filter.Matches(job) && seen.Add(job.JobId))
                        yield return job;
                }
            }
        }
    }

    private async IAsyncEnumerable<ServiceJob> PagesAsync(ListServiceJobsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var answer = await CallAsync("ListServiceJobs", request.JobQueue, token => connection.Batch.ListServiceJobsAsync(request, token), cancellationToken);
            foreach (var job in answer.JobSummaryList ?? [])
                yield return ServiceJobMapping.ToServiceJob(job, request.JobQueue, connection);
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    // The service takes one filter, which looks at all states; without one it lists one state a call.
    private static IEnumerable<ListServiceJobsRequest> Requests(string queue, ServiceJobFilter filter)
    {
        if (Filter(filter) is { } narrowing)
            return [new() { JobQueue = queue, Filters = [narrowing] }];
        var statuses = filter.Statuses.Count > 0 ? filter.Statuses : Enum.GetValues<ServiceJobStatus>()[1..];
        return statuses.Select(status => new ListServiceJobsRequest { JobQueue = queue, JobStatus = Amazon.Batch.ServiceJobStatus.FindValue($"{status}") });
    }

    private static KeyValuesPair? Filter(ServiceJobFilter filter) => filter switch
    {
        { JobName: { } name } when new NamePattern(name) is { IsPrefix: true } or { HasWildcards: false } => new() { Name = "JOB_NAME", Values = [name] },
        { After: { } after } => new() { Name = "AFTER_CREATED_AT", Values = [Milliseconds(after)] },
        { Before: { } before } => new() { Name = "BEFORE_CREATED_AT", Values = [Milliseconds(before)] },
        _ => null,
    };

    private static string Milliseconds(DateTime time) => ServiceTime.ToMilliseconds(time).ToString(CultureInfo.InvariantCulture);

    private IAsyncEnumerable<string> QueuesAsync(ServiceJobFilter filter, CancellationToken cancellationToken) => filter.Queues.Count > 0
        ? filter.Queues.ToStreamAsync(cancellationToken)
        : new JobQueues(connection, reporter).GetAsync([], cancellationToken)
            .WhereAsync(queue => queue.Raw.GetValueOrDefault("jobQueueType") is "SAGEMAKER_TRAINING", cancellationToken)
            .SelectAsync(queue => queue.JobQueueName, cancellationToken);

    private Task<T> CallAsync<T>(string operation, string? target, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        new ServiceCall(connection, $"batch:{operation}", target).InvokeAsync(call, cancellationToken);
}
