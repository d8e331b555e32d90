using Amazon.Batch;

namespace BatchTools;

/// <summary>Enables, disables and removes service environments.</summary>
/// <param name="connection">Where the environments are.</param>
/// <param name="reporter">Hears of each step.</param>
/// <param name="options">How long, and whether to wait for the end.</param>
internal sealed class ServiceEnvironmentLife(BatchConnection connection, IReporter reporter, LifeOptions options)
    : ResourceLife<ServiceEnvironment>(connection, reporter, options)
{
    private readonly ServiceEnvironments _environments = new(connection, reporter);

    /// <inheritdoc/>
    protected override string Kind => "service environment";

    /// <inheritdoc/>
    protected override IAsyncEnumerable<ServiceEnvironment> GetAsync(string pattern, CancellationToken cancellationToken) => _environments.GetAsync([pattern], cancellationToken);

    /// <inheritdoc/>
    protected override Task<ServiceEnvironment?> FindAsync(string name, CancellationToken cancellationToken) => _environments.TryFindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override BatchException NotFound(string name) => _environments.NotFound(name);

    /// <inheritdoc/>
    protected override Task<ProposedChange> ProposeRemovalAsync(ServiceEnvironment resource, CancellationToken cancellationToken) =>
        Task.FromResult(new ProposedChange($"{resource}", $"{(resource.State == ResourceState.DISABLED ? "Delete" : "Disable and delete")} the service environment"));

    /// <inheritdoc/>
    protected override Task SetStateAsync(ResourceSteps steps, ServiceEnvironment resource, ResourceState state, CancellationToken cancellationToken) => steps.CallAsync(
        new ServiceCall(Connection, "batch:UpdateServiceEnvironment", $"{resource}"),
        token => Connection.Batch.UpdateServiceEnvironmentAsync(
            new() { ServiceEnvironment = resource.ServiceEnvironmentArn, State = ServiceEnvironmentState.FindValue($"{state}") }, token),
        cancellationToken);

    /// <inheritdoc/>
    protected override Task DeleteAsync(ResourceSteps steps, ServiceEnvironment resource, CancellationToken cancellationToken) => steps.CallAsync(
        new ServiceCall(Connection, "batch:DeleteServiceEnvironment", $"{resource}"),
        token => Connection.Batch.DeleteServiceEnvironmentAsync(new() { ServiceEnvironment = resource.ServiceEnvironmentArn }, token),
        cancellationToken);
}
