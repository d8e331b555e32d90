using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>What must be free for a job to be placed.</summary>
/// <param name="Demand">Of its environment.</param>
/// <param name="Consumables">Of consumable resources.</param>
internal readonly record struct JobNeeds(ResourceDemand Demand, IReadOnlyList<ConsumableNeed> Consumables);
