using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Holds the resources of a file against what exists at a connection; it only looks.</summary>
/// <param name="connection">The connection.</param>
/// <param name="reporter">Hears what is odd.</param>
/// <param name="options">How what is planned will be done.</param>
internal sealed class ResourcePlanner(BatchConnection connection, IReporter reporter, LifeOptions options)
{
    private readonly PolicySection _policies = new(connection, reporter);
    private readonly ConsumableSection _consumables = new(connection, reporter);
    private readonly EnvironmentSection _environments = new(connection, reporter, options);
    private readonly QueueSection _queues = new(connection, reporter, options);
    private readonly DefinitionSection _definitions = new(connection, reporter);
    private readonly QueueOrderChecks _order = new(connection, reporter);

    /// <summary>What makes everything as the file says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<ResourcePlan> PlanAsync(WorkloadFile file, CancellationToken cancellationToken) => new(
    [
        [.. await EachAsync(file.SchedulingPolicies, _policies.PlanAsync, cancellationToken),
            .. await EachAsync(file.ConsumableResources, _consumables.PlanAsync, cancellationToken)],
        await EachAsync(file.ComputeEnvironments, _environments.PlanAsync, cancellationToken),
        await EachAsync(file.JobQueues, (one, token) => PlanAsync(file, one, token), cancellationToken),
        await EachAsync(file.JobDefinitions, _definitions.PlanAsync, cancellationToken),
    ]);

    /// <summary>What removes everything that the file names, in the order that AWS wants: users before what they use.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<ResourcePlan> PlanRemovalAsync(WorkloadFile file, CancellationToken cancellationToken) => new(
    [
        await EachAsync(file.JobQueues, _queues.PlanRemovalAsync, cancellationToken),
        await EachAsync(file.ComputeEnvironments, _environments.PlanRemovalAsync, cancellationToken),
        await EachAsync(file.JobDefinitions, _definitions.PlanRemovalAsync, cancellationToken),
        [.. await EachAsync(file.SchedulingPolicies, _policies.PlanRemovalAsync, cancellationToken),
            .. await EachAsync(file.ConsumableResources, _consumables.PlanRemovalAsync, cancellationToken)],
    ]);

    private static async Task<IReadOnlyList<PlannedResource>> EachAsync<T, TPlanned>(
        IReadOnlyList<T> items, Func<T, CancellationToken, Task<TPlanned>> plan, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedResource>();
        foreach (var item in items)
        {
            if (await plan(item, cancellationToken) is PlannedResource one)
                planned.Add(one);
        }

        return planned;
    }

    private async Task<PlannedResource> PlanAsync(WorkloadFile file, FileItem<CreateJobQueueRequest> queue, CancellationToken cancellationToken)
    {
        var planned = await _queues.PlanAsync(queue, cancellationToken);
        return planned with { Obstacles = [.. planned.Obstacles, .. await _order.CheckAsync(file, queue, cancellationToken)] };
    }
}
