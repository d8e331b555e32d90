using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CreateComputeEnvironmentResponse> CreateComputeEnvironmentAsync(
        CreateComputeEnvironmentRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        EnvironmentRules.Check(request);
        if (state.Environments.Contains(request.ComputeEnvironmentName!))
            throw BatchErrors.AlreadyExists();
        AccountQuotas.CheckRoom(state.Environments.All.Count, AccountQuotas.ComputeEnvironments, "compute environments");

        var environment = new ComputeEnvironment(state.NextSequence(), EnvironmentRules.Describe(request, state.Names), state.Machine);
        state.Environments.Add(environment.Name, environment);
        state.Store.Save(environment);
        return new CreateComputeEnvironmentResponse { ComputeEnvironmentName = environment.Name, ComputeEnvironmentArn = environment.Arn };
    });

    public override Task<UpdateComputeEnvironmentResponse> UpdateComputeEnvironmentAsync(
        UpdateComputeEnvironmentRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var environment = FindEnvironment(request.ComputeEnvironment);
        environment.Detail = EnvironmentRules.Update(environment.Detail, request);
        state.Store.Save(environment);
        scheduler.Reconsider();
        return new UpdateComputeEnvironmentResponse { ComputeEnvironmentName = environment.Name, ComputeEnvironmentArn = environment.Arn };
    });

    public override Task<DeleteComputeEnvironmentResponse> DeleteComputeEnvironmentAsync(
        DeleteComputeEnvironmentRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        // Deleting what is not there succeeds, as on AWS.
        if (!state.Environments.TryFind(request.ComputeEnvironment, out var environment))
            return new DeleteComputeEnvironmentResponse();
        if (state.Queues.All.Any(queue => queue.Environments.Contains(environment)))
            throw BatchErrors.QueueRelationship();
        if (environment.Detail.State != CEState.DISABLED)
            throw ServiceError.Client("Cannot delete, the compute environment's state must be DISABLED");
        state.Environments.Remove(environment.Name);
        state.Store.Remove(environment);
        return new DeleteComputeEnvironmentResponse();
    });

    public override Task<DescribeComputeEnvironmentsResponse> DescribeComputeEnvironmentsAsync(
        DescribeComputeEnvironmentsRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var after = Paging.Place(request.NextToken) ?? 0;
        var chosen = Chosen(state.Environments, request.ComputeEnvironments).Where(environment => environment.Sequence > after);
        var (page, next) = Paging.Page(chosen, Paging.Size(request.MaxResults, MostResources), static environment => environment.Sequence);
        return new DescribeComputeEnvironmentsResponse
        {
            ComputeEnvironments = [.. page.Select(static environment => environment.Describe())],
            NextToken = next,
        };
    });

    private ComputeEnvironment FindEnvironment(string? nameOrArn) =>
        state.Environments.TryFind(nameOrArn, out var environment) ? environment : throw BatchErrors.EnvironmentNotFound(nameOrArn);

    // All, or those that are named; names of nothing are left out.
    private static IEnumerable<T> Chosen<T>(ResourceTable<T> table, List<string>? names)
        where T : class
    {
        if (names is null or [])
            return table.All;
        var wanted = names.Select(name => table.TryFind(name, out var found) ? found : null).OfType<T>().ToHashSet();
        return table.All.Where(wanted.Contains);
    }
}
