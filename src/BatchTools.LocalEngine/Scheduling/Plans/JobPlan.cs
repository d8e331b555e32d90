using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>What a job, or a node of a multi-node job, runs and needs.</summary>
/// <param name="Containers">Its containers; one but for an ECS task of several.</param>
/// <param name="IsTask">It was defined by <c>ecsProperties</c>.</param>
/// <param name="Demand">What it takes of its environment.</param>
/// <param name="Consumables">The consumable resources that it holds while it is starting or running.</param>
internal sealed record JobPlan(
    IReadOnlyList<ContainerPlan> Containers, bool IsTask, ResourceDemand Demand, IReadOnlyList<ConsumableNeed> Consumables);
