using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Finds, creates and changes job queues.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
public sealed class JobQueues(BatchConnection connection, IReporter reporter)
{
    /// <summary>Finds queues.</summary>
    /// <param name="names">Names (with * and ?) or ARNs. Empty: all queues.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The queues. A name without wildcards that does not exist is reported.</returns>
    public IAsyncEnumerable<JobQueue> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new NamedResources<JobQueue>(
            DescribeAsync, queue => queue.JobQueueName, queue => queue.JobQueueArn, NotFound, reporter).GetAsync(names, cancellationToken);
    }

    /// <summary>Creates a queue from a request in AWS's shape.</summary>
    /// <param name="request">The queue.</param>
    /// <param name="options">Whether to wait until it is ready for jobs, and how long.</param>
    /// <param name="cancellationToken">Ends the waiting; the queue is created all the same.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="BatchException">The settings are wrong, the queue exists already, or it became INVALID.</exception>
    internal async Task<JobQueue> CreateAsync(CreateJobQueueRequest request, LifeOptions options, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.JobQueueName);
        request.SchedulingPolicyArn = await PolicyAsync(request.SchedulingPolicyArn, cancellationToken);
        await new ServiceCall(connection, "batch:CreateJobQueue", name)
            .InvokeAsync(token => connection.Batch.CreateJobQueueAsync(request, token), cancellationToken);
        return await new ResourceSteps(connection, name, options.Limit).CreatedAsync(token => FindAsync(name, token), options.Wait, cancellationToken);
    }

    /// <summary>Changes a queue as a request in AWS's shape says; where it is so already, nothing is called.</summary>
    /// <param name="request">The changes; what it does not give stays as it is.</param>
    /// <param name="options">Whether to wait until it is ready again, and how long.</param>
    /// <param name="cancellationToken">Ends the waiting; the change is made all the same.</param>
    /// <returns>The queue as it is then.</returns>
    /// <exception cref="BatchException">There is none of that name, the settings are wrong, it became INVALID, or the time was up.</exception>
    internal async Task<JobQueue> UpdateAsync(UpdateJobQueueRequest request, LifeOptions options, CancellationToken cancellationToken)
    {
        var queue = await ExistingAsync(request.JobQueue, cancellationToken);
        request.SchedulingPolicyArn = await PolicyAsync(request.SchedulingPolicyArn, cancellationToken);
        if (QueueContent.Differences(queue, request).Count == 0)
        {
            reporter.Verbose($"The job queue '{queue}' is so already; nothing is changed.");
            return queue;
        }

        var name = queue.JobQueueName;
        var steps = new ResourceSteps(connection, name, options.Limit);
        await steps.CallAsync(
            new ServiceCall(connection, "batch:UpdateJobQueue", name), token => connection.Batch.UpdateJobQueueAsync(request, token), cancellationToken);
        return options.Wait
            ? await steps.UntilValidAsync(token => FindAsync(name, token), static _ => true, cancellationToken)
            : await FindAsync(name, cancellationToken) ?? queue;
    }

    /// <summary>What an update would change: member, old and new value.</summary>
    /// <exception cref="BatchException">There is none of that name.</exception>
    internal async Task<IReadOnlyList<Difference>> CompareAsync(UpdateJobQueueRequest request, CancellationToken cancellationToken)
    {
        request.SchedulingPolicyArn = await PolicyAsync(request.SchedulingPolicyArn, cancellationToken);
        return QueueContent.Differences(await ExistingAsync(request.JobQueue, cancellationToken), request);
    }

    /// <summary>The queue of that name or ARN; null if there is none.</summary>
    internal async Task<JobQueue?> FindAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        await foreach (var queue in DescribeAsync([nameOrArn], cancellationToken))
            return queue;
        return null;
    }

    /// <summary>The error for a queue that does not exist, naming those that do.</summary>
    internal async Task<BatchException> NotFoundAsync(string name, CancellationToken cancellationToken)
    {
        var known = new List<string>();
        await foreach (var queue in DescribeAsync(null, cancellationToken))
            known.Add(queue.JobQueueName);
        return BatchException.For(
            nameof(Messages.JobQueueNotFound), ErrorKind.NotFound, name, name, connection.Name, KnownNames.Hint("job queues", name, known));
    }

    // AWS Batch knows policies by ARN alone; users know them by name.
    private async Task<string?> PolicyAsync(string? nameOrArn, CancellationToken cancellationToken) => nameOrArn is null || ArnName.IsArn(nameOrArn)
        ? nameOrArn
        : (await new SchedulingPolicies(connection, reporter).FindAsync(nameOrArn, cancellationToken)).SchedulingPolicyArn;

    private async Task<JobQueue> ExistingAsync(string? name, CancellationToken cancellationToken) =>
        await FindAsync(name ?? "", cancellationToken) ?? throw NotFound(name ?? "");

    /// <summary>The error for a name of nothing.</summary>
    internal BatchException NotFound(string name) => BatchException.For(
        nameof(Messages.JobQueueNotFound), ErrorKind.NotFound, name, name, connection.Name, KnownNames.Check);

    private async IAsyncEnumerable<JobQueue> DescribeAsync(
        IReadOnlyList<string>? names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeJobQueuesRequest { JobQueues = names?.ToList() };
        do
        {
            var response = await new ServiceCall(connection, "batch:DescribeJobQueues", names is [var one] ? one : "job queues")
                .InvokeAsync(token => connection.Batch.DescribeJobQueuesAsync(request, token), cancellationToken);
            foreach (var queue in response.JobQueues ?? [])
                yield return JobQueueMapping.ToJobQueue(queue, connection);
            request.NextToken = response.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
