using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>Makes plans of definitions and submissions.</summary>
internal static class JobPlans
{
    /// <summary>The plans of a submission: one, or one a node, nodes of the same group sharing theirs.</summary>
    public static JobPlan[] Make(SubmitJobRequest request, JobDefinition definition) => definition switch
    {
        { NodeProperties: { } nodes } => NodePlans.Make(nodes, request.NodeOverrides),
        { EcsProperties: { } task } => [Task(task, request.EcsPropertiesOverride, Consumables(request, definition))],
        _ => [Single(definition.ContainerProperties!, request.ContainerOverrides, Consumables(request, definition))],
    };

    /// <summary>The plan of one container.</summary>
    public static JobPlan Single(ContainerProperties container, ContainerOverrides? overrides, IReadOnlyList<ConsumableNeed> consumables) =>
        new([new ContainerPlan(container, overrides)], IsTask: false, ResourceNeeds.Of(container, overrides), consumables);

    /// <summary>The plan of an ECS task, with all its containers.</summary>
    public static JobPlan Task(EcsProperties properties, EcsPropertiesOverride? overriding, IReadOnlyList<ConsumableNeed> consumables)
    {
        var containers = TaskPlans.Containers(properties, overriding);
        var demand = containers.Aggregate(
            default(ResourceDemand),
            static (sum, container) => sum + ResourceNeeds.Of(container.Properties, container.Overrides, leastVcpus: 0));
        return new JobPlan(containers, IsTask: true, demand with { Vcpus = demand.Vcpus == 0 ? 1 : demand.Vcpus }, consumables);
    }

    /// <summary>What a list of requirements asks for.</summary>
    public static IReadOnlyList<ConsumableNeed> Consumables(ConsumableResourceProperties? properties) =>
        [.. (properties?.ConsumableResourceList ?? []).Select(static entry => new ConsumableNeed(entry.ConsumableResource ?? "", entry.Quantity ?? 0))];

    private static IReadOnlyList<ConsumableNeed> Consumables(SubmitJobRequest request, JobDefinition definition) =>
        Consumables(request.ConsumableResourcePropertiesOverride ?? definition.ConsumableResourceProperties);
}
