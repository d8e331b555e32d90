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
    protected override async Task<ProposedChange> ProposeRemovalAsync(ServiceEnvironment resource, CancellationToken cancellationToken)
    {
        // AWS would refuse it for as long as a queue has it, however long one waits.
        var queues = await QueuesAsync(resource, cancellationToken);
        if (queues.Count > 0)
        {
            throw BatchException.For(
                nameof(Messages.ServiceEnvironmentInUse), ErrorKind.Conflict, $"{resource}", $"{resource}", string.Join(", ", queues));
        }

        return new ProposedChange($"{resource}", $"{(resource.State == ResourceState.DISABLED ? "Delete" : "Disable and delete")} the service environment");
    }

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

    private async Task<List<string>> QueuesAsync(ServiceEnvironment resource, CancellationToken cancellationToken)
    {
        var queues = new List<string>();
        await foreach (var queue in new JobQueues(Connection, Reporter).GetAsync([], cancellationToken))
        {
            var order = queue.Raw.GetValueOrDefault("serviceEnvironmentOrder") as object?[] ?? [];
            if (order.OfType<IReadOnlyDictionary<string, object?>>().Any(one => one.GetValueOrDefault("serviceEnvironment") is string used && ArnName.Of(used) == ArnName.Of(resource.ServiceEnvironmentArn)))
                queues.Add(queue.JobQueueName);
        }

        return queues;
    }
}
