using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>
/// The plans of a multi-node job's nodes. Where ranges overlap, the narrowest one holds: <c>4:5</c> within <c>0:10</c>.
/// Overrides are put on in the order in which they are given.
/// </summary>
internal static class NodePlans
{
    public static JobPlan[] Make(NodeProperties properties, NodeOverrides? overrides)
    {
        var count = overrides?.NumNodes ?? properties.NumNodes ?? 0;
        var ranges = properties.NodeRangeProperties!.ConvertAll(static entry => (Entry: entry, Range: NodeRange.Parse(entry.TargetNodes)!.Value));
        var overriding = (overrides?.NodePropertyOverrides ?? []).ConvertAll(static entry => (Entry: entry, Range: NodeRange.Parse(entry.TargetNodes)!.Value));
        var plans = new JobPlan[count];
        for (var node = 0; node < count; node++)
        {
            var place = node;
            var entry = ranges.Where(range => range.Range.Contains(place)).MinBy(range => range.Range.Length(count)).Entry;
            var own = overriding.Where(range => range.Range.Contains(place)).Select(static range => range.Entry).ToList();
            // Neighbours are alike as a rule, and share one plan then.
            plans[node] = node > 0 && IsLike(node - 1, entry, own) ? plans[node - 1] : Plan(entry, own);
        }

        return plans;

        bool IsLike(int node, NodeRangeProperty entry, List<NodePropertyOverride> own) =>
            ranges.Where(range => range.Range.Contains(node)).MinBy(range => range.Range.Length(count)).Entry == entry
            && overriding.Where(range => range.Range.Contains(node)).Select(static range => range.Entry).SequenceEqual(own);
    }

    private static JobPlan Plan(NodeRangeProperty entry, List<NodePropertyOverride> overrides)
    {
        var consumables = JobPlans.Consumables(
            overrides.LastOrDefault(static entry => entry.ConsumableResourcePropertiesOverride is not null)?.ConsumableResourcePropertiesOverride
            ?? entry.ConsumableResourceProperties);
        if (entry.EcsProperties is { } task)
        {
            return JobPlans.Task(
                task, overrides.LastOrDefault(static entry => entry.EcsPropertiesOverride is not null)?.EcsPropertiesOverride, consumables);
        }

        return JobPlans.Single(
            entry.Container!, overrides.LastOrDefault(static entry => entry.ContainerOverrides is not null)?.ContainerOverrides, consumables);
    }
}
