using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateServiceEnvironmentResponse> CreateServiceEnvironmentAsync(
        CreateServiceEnvironmentRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        ServiceEnvironmentRules.Check(request);
        if (state.ServiceEnvironments.Contains(request.ServiceEnvironmentName!))
            throw BatchErrors.AlreadyExists();
        AccountQuotas.CheckRoom(state.ServiceEnvironments.All.Count, AccountQuotas.ServiceEnvironments, "service environments");
        var environment = new ServiceEnvironment(state.NextSequence(), ServiceEnvironmentRules.Describe(request, state.Names));
        state.ServiceEnvironments.Add(environment.Name, environment);
        state.Store.Save(environment);
        return new CreateServiceEnvironmentResponse { ServiceEnvironmentName = environment.Name, ServiceEnvironmentArn = environment.Arn };
    });

    public override Task<UpdateServiceEnvironmentResponse> UpdateServiceEnvironmentAsync(
        UpdateServiceEnvironmentRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var environment = FindServiceEnvironment(request.ServiceEnvironment);
        if (request.CapacityLimits is not null)
            ServiceEnvironmentRules.CheckLimits(request.CapacityLimits);
        environment.Detail = environment.Detail.Clone();
        environment.Detail.State = request.State ?? environment.Detail.State;
        environment.Detail.CapacityLimits = request.CapacityLimits ?? environment.Detail.CapacityLimits;
        state.Store.Save(environment);
        return new UpdateServiceEnvironmentResponse { ServiceEnvironmentName = environment.Name, ServiceEnvironmentArn = environment.Arn };
    });

    public override Task<DeleteServiceEnvironmentResponse> DeleteServiceEnvironmentAsync(
        DeleteServiceEnvironmentRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        // Deleting what is not there succeeds, as with compute environments.
        if (!state.ServiceEnvironments.TryFind(request.ServiceEnvironment, out var environment))
            return new DeleteServiceEnvironmentResponse();
        if (state.Queues.All.Exists(queue => queue.Detail.ServiceEnvironmentOrder?.Exists(entry => entry.ServiceEnvironment == environment.Arn) == true))
            throw BatchErrors.QueueRelationship();
        if (environment.Detail.State != ServiceEnvironmentState.DISABLED)
            throw ServiceError.Client("Cannot delete, the service environment's state must be DISABLED");
        state.ServiceEnvironments.Remove(environment.Name);
        state.Store.Remove(environment);
        return new DeleteServiceEnvironmentResponse();
    });

    public override Task<DescribeServiceEnvironmentsResponse> DescribeServiceEnvironmentsAsync(
        DescribeServiceEnvironmentsRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var after = Paging.Place(request.NextToken) ?? 0;
        var chosen = Chosen(state.ServiceEnvironments, request.ServiceEnvironments).Where(environment => environment.Sequence > after);
        var (page, next) = Paging.Page(chosen, Paging.Size(request.MaxResults, MostResources), static environment => environment.Sequence);
        return new DescribeServiceEnvironmentsResponse { ServiceEnvironments = [.. page.Select(static environment => environment.Detail)], NextToken = next };
    });

    private ServiceEnvironment FindServiceEnvironment(string? nameOrArn) =>
        state.ServiceEnvironments.TryFind(nameOrArn, out var environment) ? environment : throw BatchErrors.ServiceEnvironmentNotFound(nameOrArn);
}
