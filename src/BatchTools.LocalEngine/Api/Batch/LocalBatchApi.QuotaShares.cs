using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateQuotaShareResponse> CreateQuotaShareAsync(
        CreateQuotaShareRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        ServiceEnvironmentRules.Check(request);
        var queue = FindQueue(request.JobQueue);
        if (!state.SchedulingPolicies.TryFind(queue.Detail.SchedulingPolicyArn, out var policy) || policy.Detail.QuotaSharePolicy is null)
            throw BatchErrors.Executing($"JobQueue {queue.Name} has no scheduling policy with a quotaSharePolicy");
        var share = new QuotaShare(state.NextSequence(), ServiceEnvironmentRules.Describe(request, queue, state.Names));
        if (state.QuotaShares.Contains(share.Name))
            throw BatchErrors.AlreadyExists();
        AccountQuotas.CheckRoom(state.QuotaShares.All.Count(other => other.Detail.JobQueueArn == queue.Arn), AccountQuotas.QuotaSharesOfQueue, "quota shares of a job queue");
        state.QuotaShares.Add(share.Name, share);
        state.Store.Save(share);
        return new CreateQuotaShareResponse { QuotaShareName = request.QuotaShareName, QuotaShareArn = share.Arn };
    });

    public override Task<UpdateQuotaShareResponse> UpdateQuotaShareAsync(
        UpdateQuotaShareRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var share = FindQuotaShare(request.QuotaShareArn);
        if (request.CapacityLimits is not null)
            ServiceEnvironmentRules.CheckLimits(request.CapacityLimits);
        ServiceEnvironmentRules.CheckSharing(request.ResourceSharingConfiguration);
        share.Detail = share.Detail.Clone();
        share.Detail.State = request.State ?? share.Detail.State;
        share.Detail.CapacityLimits = request.CapacityLimits ?? share.Detail.CapacityLimits;
        share.Detail.PreemptionConfiguration = request.PreemptionConfiguration ?? share.Detail.PreemptionConfiguration;
        share.Detail.ResourceSharingConfiguration = request.ResourceSharingConfiguration ?? share.Detail.ResourceSharingConfiguration;
        state.Store.Save(share);
        return new UpdateQuotaShareResponse { QuotaShareName = share.Detail.QuotaShareName, QuotaShareArn = share.Arn };
    });

    public override Task<DeleteQuotaShareResponse> DeleteQuotaShareAsync(
        DeleteQuotaShareRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var share = FindQuotaShare(request.QuotaShareArn);
        if (share.Detail.State != QuotaShareState.DISABLED)
            throw ServiceError.Client("Cannot delete, the quota share's state must be DISABLED");
        state.QuotaShares.Remove(share.Name);
        state.Store.Remove(share);
        return new DeleteQuotaShareResponse();
    });

    public override Task<DescribeQuotaShareResponse> DescribeQuotaShareAsync(
        DescribeQuotaShareRequest request, CancellationToken cancellationToken) => LockedAsync(() => FindQuotaShare(request.QuotaShareArn).Detail);

    public override Task<ListQuotaSharesResponse> ListQuotaSharesAsync(
        ListQuotaSharesRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var queue = FindQueue(request.JobQueue);
        var after = Paging.Place(request.NextToken) ?? 0;
        var rest = state.QuotaShares.All.Where(share => share.Sequence > after && share.Detail.JobQueueArn == queue.Arn);
        var (page, next) = Paging.Page(rest, Paging.Size(request.MaxResults, MostResources), static share => share.Sequence);
        return new ListQuotaSharesResponse { QuotaShares = [.. page.Select(static share => Summarise(share.Detail))], NextToken = next };
    });

    private static QuotaShareDetail Summarise(DescribeQuotaShareResponse share) => new()
    {
        QuotaShareName = share.QuotaShareName,
        QuotaShareArn = share.QuotaShareArn,
        JobQueueArn = share.JobQueueArn,
        CapacityLimits = share.CapacityLimits,
        PreemptionConfiguration = share.PreemptionConfiguration,
        ResourceSharingConfiguration = share.ResourceSharingConfiguration,
        State = share.State,
        Status = share.Status,
    };

    private QuotaShare FindQuotaShare(string? arn) =>
        state.QuotaShares.TryFind(arn, out var share) ? share : throw ServiceError.Client($"QuotaShare {arn} not found.");
}
