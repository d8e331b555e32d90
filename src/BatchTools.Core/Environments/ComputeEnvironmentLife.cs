using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Enables, disables and removes compute environments; one that queues use is taken out of them first.</summary>
/// <param name="connection">Where the environments are.</param>
/// <param name="reporter">Hears of each step.</param>
/// <param name="options">How long, and whether to wait for the end.</param>
internal sealed class ComputeEnvironmentLife(BatchConnection connection, IReporter reporter, LifeOptions options)
    : ResourceLife<ComputeEnvironment>(connection, reporter, options)
{
    private readonly ComputeEnvironments _environments = new(connection, reporter);
    private readonly JobQueues _queues = new(connection, reporter);

    /// <inheritdoc/>
    protected override string Kind => "compute environment";

    /// <inheritdoc/>
    protected override IAsyncEnumerable<ComputeEnvironment> GetAsync(string pattern, CancellationToken cancellationToken) => _environments.GetAsync([pattern], cancellationToken);

    /// <inheritdoc/>
    protected override Task<ComputeEnvironment?> FindAsync(string name, CancellationToken cancellationToken) => _environments.FindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override BatchException NotFound(string name) => _environments.NotFound(name);

    /// <inheritdoc/>
    protected override async Task<ProposedChange> ProposeRemovalAsync(ComputeEnvironment resource, CancellationToken cancellationToken)
    {
        var name = resource.ComputeEnvironmentName;
        var queues = await UsersAsync(resource, cancellationToken);
        if (queues.Where(queue => queue.ComputeEnvironments.Count == 1).Select(queue => queue.JobQueueName).ToArray() is { Length: > 0 } bound)
        {
            throw BatchException.For(
                nameof(Messages.EnvironmentIsOnlyOne), ErrorKind.Conflict, name, name, Names(bound), bound[0]);
        }

        var first = resource.State == ResourceState.DISABLED ? "" : "disable it, ";
        var used = Names(queues.Select(queue => queue.JobQueueName));
        return queues.Count == 0
            ? new(name, resource.State == ResourceState.DISABLED ? "Delete the compute environment" : "Disable and delete the compute environment")
            : new(
                name,
                $"Remove the compute environment: {first}take it out of the job queues {used}, delete it",
                $"The compute environment '{name}' is in use by the job queues {used}. Take it out of them and remove it?");
    }

    /// <inheritdoc/>
    protected override Task SetStateAsync(ResourceSteps steps, ComputeEnvironment resource, ResourceState state, CancellationToken cancellationToken) =>
        steps.CallAsync(
            new ServiceCall(Connection, "batch:UpdateComputeEnvironment", resource.ComputeEnvironmentName),
            token => Connection.Batch.UpdateComputeEnvironmentAsync(
                new() { ComputeEnvironment = resource.ComputeEnvironmentName, State = CEState.FindValue($"{state}") }, token),
            cancellationToken);

    /// <inheritdoc/>
    protected override async Task DetachAsync(ResourceSteps steps, ComputeEnvironment resource, CancellationToken cancellationToken)
    {
        foreach (var queue in await UsersAsync(resource, cancellationToken))
        {
            Report(resource, $"taking it out of the job queue '{queue}'");
            var left = queue.ComputeEnvironments.Where(name => name != resource.ComputeEnvironmentName).ToArray();
            var request = new UpdateJobQueueRequest
            {
                JobQueue = queue.JobQueueName,
                ComputeEnvironmentOrder = [.. left.Select((name, index) => new ComputeEnvironmentOrder { ComputeEnvironment = name, Order = index + 1 })],
            };
            await steps.CallAsync(
                new ServiceCall(Connection, "batch:UpdateJobQueue", queue.JobQueueName),
                token => Connection.Batch.UpdateJobQueueAsync(request, token),
                cancellationToken);
            await steps.UntilAsync(
                look => _queues.FindAsync(queue.JobQueueName, look),
                one => one is null || (IsSettled(one) && !one.ComputeEnvironments.Contains(resource.ComputeEnvironmentName)),
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override Task DeleteAsync(ResourceSteps steps, ComputeEnvironment resource, CancellationToken cancellationToken) =>
        steps.CallAsync(
            new ServiceCall(Connection, "batch:DeleteComputeEnvironment", resource.ComputeEnvironmentName),
            token => Connection.Batch.DeleteComputeEnvironmentAsync(new() { ComputeEnvironment = resource.ComputeEnvironmentName }, token),
            cancellationToken);

    // A queue that is being deleted lets go of it by itself, and takes no change.
    private async Task<IReadOnlyList<JobQueue>> UsersAsync(ComputeEnvironment resource, CancellationToken cancellationToken)
    {
        var users = new List<JobQueue>();
        await foreach (var queue in _queues.GetAsync([], cancellationToken))
        {
            if (queue.Status is not (ResourceStatus.DELETING or ResourceStatus.DELETED) && queue.ComputeEnvironments.Contains(resource.ComputeEnvironmentName))
                users.Add(queue);
        }

        return users;
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
