using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateJobQueueResponse> CreateJobQueueAsync(CreateJobQueueRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        QueueRules.Check(request);
        if (state.Queues.Contains(request.JobQueueName!))
            throw BatchErrors.AlreadyExists();

        var environments = QueueRules.Environments(state.Environments, request.ComputeEnvironmentOrder);
        var queue = new JobQueue(state.NextSequence(), Guid.NewGuid(), QueueRules.Describe(request, environments, state.Names)) { Environments = environments };
        state.Queues.Add(queue.Name, queue);
        state.QueuesChanged();
        state.Store.Save(queue);
        return new CreateJobQueueResponse { JobQueueName = queue.Name, JobQueueArn = queue.Arn };
    });

    public override Task<UpdateJobQueueResponse> UpdateJobQueueAsync(UpdateJobQueueRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var queue = FindQueue(request.JobQueue);
        if (queue.Detail.Status == JQStatus.DELETING)
            throw ServiceError.Client($"JobQueue {queue.Name} is being deleted and cannot be updated.");
        QueueRules.CheckPriority(request.Priority);
        var updated = queue.Detail.Clone();
        if (request.ComputeEnvironmentOrder is { } order)
        {
            queue.Environments = QueueRules.Environments(state.Environments, order);
            updated.ComputeEnvironmentOrder = QueueRules.Order(order, state.Environments);
        }

        updated.State = request.State ?? updated.State;
        updated.Priority = request.Priority ?? updated.Priority;
        updated.JobStateTimeLimitActions = request.JobStateTimeLimitActions ?? updated.JobStateTimeLimitActions;
        if (request.SchedulingPolicyArn is { Length: > 0 })
            throw QueueRules.NoSchedulingPolicies();
        queue.Detail = updated;
        state.QueuesChanged();
        state.Store.Save(queue);
        scheduler.Reconsider();
        return new UpdateJobQueueResponse { JobQueueName = queue.Name, JobQueueArn = queue.Arn };
    });

    public override Task<DeleteJobQueueResponse> DeleteJobQueueAsync(DeleteJobQueueRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        // Deleting what is not there succeeds, as on AWS.
        if (!state.Queues.TryFind(request.JobQueue, out var queue))
            return new DeleteJobQueueResponse();
        if (queue.Detail.State != JQState.DISABLED)
            throw ServiceError.Client("Cannot delete, the job queue's state must be DISABLED");
        queue.Detail = queue.Detail.Clone();
        queue.Detail.Status = JQStatus.DELETING;
        state.Store.Save(queue);
        scheduler.EmptyQueue(queue);
        return new DeleteJobQueueResponse();
    });

    public override Task<DescribeJobQueuesResponse> DescribeJobQueuesAsync(DescribeJobQueuesRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var after = Paging.Place(request.NextToken) ?? 0;
        var chosen = Chosen(state.Queues, request.JobQueues).Where(queue => queue.Sequence > after);
        var (page, next) = Paging.Page(chosen, Paging.Size(request.MaxResults, MostResources), static queue => queue.Sequence);
        return new DescribeJobQueuesResponse { JobQueues = [.. page.Select(static queue => queue.Detail)], NextToken = next };
    });

    private JobQueue FindQueue(string? nameOrArn) =>
        state.Queues.TryFind(nameOrArn, out var queue) ? queue : throw BatchErrors.QueueNotFound(nameOrArn);
}
