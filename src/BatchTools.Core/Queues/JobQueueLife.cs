using Amazon.Batch;

namespace BatchTools;

/// <summary>Enables, disables and removes job queues. Deleting a queue ends its jobs as FAILED.</summary>
/// <param name="connection">Where the queues are.</param>
/// <param name="reporter">Hears of each step.</param>
/// <param name="options">How long, and whether to wait for the end.</param>
internal sealed class JobQueueLife(BatchConnection connection, IReporter reporter, LifeOptions options)
    : ResourceLife<JobQueue>(connection, reporter, options)
{
    private readonly JobQueues _queues = new(connection, reporter);

    /// <inheritdoc/>
    protected override string Kind => "job queue";

    /// <inheritdoc/>
    protected override IAsyncEnumerable<JobQueue> GetAsync(string pattern, CancellationToken cancellationToken) => _queues.GetAsync([pattern], cancellationToken);

    /// <inheritdoc/>
    protected override Task<JobQueue?> FindAsync(string name, CancellationToken cancellationToken) => _queues.FindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override BatchException NotFound(string name) => _queues.NotFound(name);

    /// <inheritdoc/>
    protected override async Task<ProposedChange> ProposeRemovalAsync(JobQueue resource, CancellationToken cancellationToken)
    {
        var steps = resource.State == ResourceState.DISABLED ? "Delete the job queue" : "Disable and delete the job queue";
        if (await new UnfinishedJobs(Connection).CountAsync(resource.JobQueueName, cancellationToken) is not { } jobs)
            return new(resource.JobQueueName, steps);
        return new(
            resource.JobQueueName,
            $"{steps}, which ends its unfinished jobs ({jobs}) as FAILED",
            $"The job queue '{resource}' has unfinished jobs ({jobs}), which would end as FAILED. Remove it all the same?");
    }

    /// <inheritdoc/>
    protected override Task SetStateAsync(ResourceSteps steps, JobQueue resource, ResourceState state, CancellationToken cancellationToken) =>
        steps.CallAsync(
            new ServiceCall(Connection, "batch:UpdateJobQueue", resource.JobQueueName),
            token => Connection.Batch.UpdateJobQueueAsync(new() { JobQueue = resource.JobQueueName, State = JQState.FindValue($"{state}") }, token),
            cancellationToken);

    /// <inheritdoc/>
    protected override Task DeleteAsync(ResourceSteps steps, JobQueue resource, CancellationToken cancellationToken) =>
        steps.CallAsync(
            new ServiceCall(Connection, "batch:DeleteJobQueue", resource.JobQueueName),
            token => Connection.Batch.DeleteJobQueueAsync(new() { JobQueue = resource.JobQueueName }, token),
            cancellationToken);
}
