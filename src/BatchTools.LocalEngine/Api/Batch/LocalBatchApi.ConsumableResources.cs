using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateConsumableResourceResponse> CreateConsumableResourceAsync(
        CreateConsumableResourceRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        ConsumableRules.Check(request);
        if (state.ConsumableResources.Contains(request.ConsumableResourceName!))
            throw BatchErrors.AlreadyExists();
        AccountQuotas.CheckRoom(state.ConsumableResources.All.Count, AccountQuotas.ConsumableResources, "consumable resources");
        var resource = new ConsumableResource(state.NextSequence(), ConsumableRules.Describe(request, state.Now, state.Names));
        state.ConsumableResources.Add(resource.Name, resource);
        state.Store.Save(resource);
        scheduler.Reconsider();
        return new CreateConsumableResourceResponse { ConsumableResourceName = resource.Name, ConsumableResourceArn = resource.Arn };
    });

    public override Task<UpdateConsumableResourceResponse> UpdateConsumableResourceAsync(
        UpdateConsumableResourceRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var resource = FindConsumable(request.ConsumableResource);
        var total = ConsumableRules.Update(resource, request);
        foreach (var old in resource.ForgetTokens(state.Now))
            state.Store.Remove(old);
        if (request.ClientToken is not { } token || !resource.Knows(token))
        {
            Remember(resource, request.ClientToken);
            resource.SetTotal(total);
            state.Store.Save(resource);
            scheduler.Reconsider();
        }

        return new UpdateConsumableResourceResponse
        {
            ConsumableResourceName = resource.Name, ConsumableResourceArn = resource.Arn, TotalQuantity = resource.Total,
        };
    });

    public override Task<DeleteConsumableResourceResponse> DeleteConsumableResourceAsync(
        DeleteConsumableResourceRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var resource = FindConsumable(request.ConsumableResource);
        if (resource.InUse > 0)
            throw ServiceError.Client($"Cannot delete, consumable resource {resource.Name} is in use");
        state.ConsumableResources.Remove(resource.Name);
        foreach (var token in resource.ForgetTokens(now: null))
            state.Store.Remove(token);
        state.Store.Remove(resource);
        return new DeleteConsumableResourceResponse();
    });

    public override Task<DescribeConsumableResourceResponse> DescribeConsumableResourceAsync(
        DescribeConsumableResourceRequest request, CancellationToken cancellationToken) =>
        LockedAsync(() => FindConsumable(request.ConsumableResource).Describe());

    public override Task<ListConsumableResourcesResponse> ListConsumableResourcesAsync(
        ListConsumableResourcesRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var matches = NamePatterns.ReadFilter(request.Filters, "CONSUMABLE_RESOURCE_NAME");
        var after = Paging.Place(request.NextToken) ?? 0;
        var rest = state.ConsumableResources.All.Where(resource => resource.Sequence > after && matches(resource.Name));
        var (page, next) = Paging.Page(rest, Paging.Size(request.MaxResults, MostResources), static resource => resource.Sequence);
        return new ListConsumableResourcesResponse
        {
            ConsumableResources = [.. page.Select(static resource => new ConsumableResourceSummary
            {
                ConsumableResourceName = resource.Name,
                ConsumableResourceArn = resource.Arn,
                ResourceType = resource.Detail.ResourceType,
                TotalQuantity = resource.Total,
                InUseQuantity = resource.InUse,
            })],
            NextToken = next,
        };
    });

    public override Task<ListJobsByConsumableResourceResponse> ListJobsByConsumableResourceAsync(
        ListJobsByConsumableResourceRequest request, CancellationToken cancellationToken) =>
        LockedAsync(() => new ConsumerListing(state).List(FindConsumable(request.ConsumableResource), request));

    private void Remember(ConsumableResource resource, string? token)
    {
        if (token is null)
            return;
        var remembered = new ConsumableToken(resource.Name, token, state.Now);
        resource.Remember(remembered);
        state.Store.Save(remembered, state.NextSequence());
    }

    private ConsumableResource FindConsumable(string? nameOrArn) => state.ConsumableResources.TryFind(nameOrArn, out var resource)
        ? resource
        : throw ServiceError.Client($"ConsumableResource {nameOrArn} not found.");
}
