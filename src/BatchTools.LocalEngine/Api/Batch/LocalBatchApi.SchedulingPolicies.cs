using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateSchedulingPolicyResponse> CreateSchedulingPolicyAsync(
        CreateSchedulingPolicyRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        PolicyRules.Check(request);
        if (state.SchedulingPolicies.Contains(request.Name!))
            throw BatchErrors.AlreadyExists();
        var policy = new SchedulingPolicy(state.NextSequence(), PolicyRules.Describe(request, state.Names));
        state.SchedulingPolicies.Add(policy.Name, policy);
        state.Store.Save(policy);
        return new CreateSchedulingPolicyResponse { Name = policy.Name, Arn = policy.Arn };
    });

    public override Task<UpdateSchedulingPolicyResponse> UpdateSchedulingPolicyAsync(
        UpdateSchedulingPolicyRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var policy = FindPolicy(request.Arn);
        PolicyRules.Check(request.FairsharePolicy ?? (request.QuotaSharePolicy is null ? null : policy.Detail.FairsharePolicy), request.QuotaSharePolicy);
        policy.Detail = policy.Detail.Clone();
        policy.Detail.FairsharePolicy = PolicyRules.Complete(request.FairsharePolicy) ?? policy.Detail.FairsharePolicy;
        policy.Detail.QuotaSharePolicy = request.QuotaSharePolicy ?? policy.Detail.QuotaSharePolicy;
        state.Store.Save(policy);
        scheduler.Reconsider();
        return new UpdateSchedulingPolicyResponse();
    });

    public override Task<DeleteSchedulingPolicyResponse> DeleteSchedulingPolicyAsync(
        DeleteSchedulingPolicyRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        // Deleting what is not there succeeds, as with environments and queues.
        if (!state.SchedulingPolicies.TryFind(request.Arn, out var policy))
            return new DeleteSchedulingPolicyResponse();
        if (state.Queues.All.Exists(queue => queue.Detail.SchedulingPolicyArn == policy.Arn))
            throw BatchErrors.QueueRelationship();
        state.SchedulingPolicies.Remove(policy.Name);
        state.Store.Remove(policy);
        return new DeleteSchedulingPolicyResponse();
    });

    public override Task<DescribeSchedulingPoliciesResponse> DescribeSchedulingPoliciesAsync(
        DescribeSchedulingPoliciesRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        if (request.Arns!.Count > MostResources)
            throw BatchErrors.Executing($"Maximum number of scheduling policies supported is {MostResources}");
        return new DescribeSchedulingPoliciesResponse
        {
            SchedulingPolicies = request.Arns.Count == 0 ? [] : [.. Chosen(state.SchedulingPolicies, request.Arns).Select(static policy => policy.Detail)],
        };
    });

    public override Task<ListSchedulingPoliciesResponse> ListSchedulingPoliciesAsync(
        ListSchedulingPoliciesRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var after = Paging.Place(request.NextToken) ?? 0;
        var rest = state.SchedulingPolicies.All.Where(policy => policy.Sequence > after);
        var (page, next) = Paging.Page(rest, Paging.Size(request.MaxResults, MostResources), static policy => policy.Sequence);
        return new ListSchedulingPoliciesResponse
        {
            SchedulingPolicies = [.. page.Select(static policy => new SchedulingPolicyListingDetail { Arn = policy.Arn })],
            NextToken = next,
        };
    });

    private SchedulingPolicy FindPolicy(string? arn) =>
        state.SchedulingPolicies.TryFind(arn, out var policy) ? policy : throw ServiceError.Client($"SchedulingPolicy {arn} not found.");
}
