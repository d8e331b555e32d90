using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateJobQueueResponse> CreateJobQueueAsync(CreateJobQueueRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        QueueRules.Check(request);
        if (state.Queues.Contains(request.JobQueueName!))
            throw BatchErrors.AlreadyExists();
        AccountQuotas.CheckRoom(state.Queues.All.Count, AccountQuotas.JobQueues, "job queues");

        var isForService = QueueRules.IsForService(request);
        var environments = isForService ? [] : QueueRules.Environments(state.Environments, request.ComputeEnvironmentOrder);
        var policy = QueueRules.Policy(state.SchedulingPolicies, request.SchedulingPolicyArn, isForService);
        var detail = QueueRules.Describe(request, environments, state.Names);
        detail.SchedulingPolicyArn = policy?.Arn;
        if (isForService)
            detail.ServiceEnvironmentOrder = QueueRules.ServiceOrder(state.ServiceEnvironments, request.ServiceEnvironmentOrder);
        var queue = new JobQueue(state.NextSequence(), Guid.NewGuid(), detail, policy) { Environments = environments };
        state.Queues.Add(queue.Name, queue);
        state.QueuesChanged();
        state.Store.Save(queue);
        return new CreateJobQueueResponse { JobQueueName = queue.Name, JobQueueArn = queue.Arn };
    });

    public override Task<UpdateJobQueueResponse> UpdateJobQueueAsync(UpdateJobQueueRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var queue = FindQueue(request.JobQueue);
        if (queue.Detail.Status == JQStatus.DELETING)
            throw BatchErrors.BeingModified("update");
        QueueRules.CheckPriority(request.Priority);
        TimeLimitRules.Check(request.JobStateTimeLimitActions);
        var policy = QueueRules.Replacement(state.SchedulingPolicies, queue, request.SchedulingPolicyArn);
        var updated = queue.Detail.Clone();
        if (request.ServiceEnvironmentOrder is { Count: > 0 } services)
            updated.ServiceEnvironmentOrder = QueueRules.ServiceOrder(state.ServiceEnvironments, services);
        if (request.ComputeEnvironmentOrder is { } order)
        {
            var environments = QueueRules.Environments(state.Environments, order);
            if (queue.Environments is [var first, ..] && first.IsFargate != environments[0].IsFargate)
                throw BatchErrors.Executing("A job queue cannot change between EC2 and Fargate compute environments");
            queue.Environments = environments;
            updated.ComputeEnvironmentOrder = QueueRules.Order(order, environments);
        }

        if (policy is not null)
        {
            updated.SchedulingPolicyArn = policy.Arn;
            if (queue.FairShare is { } shares)
                shares.Policy = policy;
        }

        updated.State = request.State ?? updated.State;
        updated.Priority = request.Priority ?? updated.Priority;
        updated.JobStateTimeLimitActions = request.JobStateTimeLimitActions ?? updated.JobStateTimeLimitActions;
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
        if (queue.Detail.Status == JQStatus.DELETING)
            throw BatchErrors.BeingModified();
        foreach (var share in state.QuotaShares.All.Where(share => share.Detail.JobQueueArn == queue.Arn).ToList())
        {
            state.QuotaShares.Remove(share.Name);
            state.Store.Remove(share);
        }

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
