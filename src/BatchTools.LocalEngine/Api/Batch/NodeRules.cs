using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What makes a multi-node parallel job.</summary>
internal static class NodeRules
{
    private const int MostNodes = 1000;
    private const int MostGroups = 5;

    /// <exception cref="ServiceError">ClientException: AWS would not register it.</exception>
    public static void Check(NodeProperties properties, bool isFargate)
    {
        if (isFargate)
            throw BatchErrors.Executing("Multi-node parallel jobs are not applicable to jobs for FARGATE");
        CheckCount(properties.NumNodes);
        if (properties.MainNode is not >= 0 || properties.MainNode >= properties.NumNodes)
            throw BatchErrors.Executing($"mainNode {properties.MainNode} must be one of the {properties.NumNodes} nodes");
        if (properties.NodeRangeProperties is not { Count: > 0 and <= MostGroups } groups)
            throw BatchErrors.Executing($"nodeRangeProperties must have 1 to {MostGroups} entries");
        foreach (var group in groups)
            CheckGroup(group, properties.NumNodes!.Value);
        CheckCover(groups.ConvertAll(static group => Range(group.TargetNodes)), properties.NumNodes!.Value);
    }

    /// <exception cref="ServiceError">ClientException: the definition's ranges do not allow that number of nodes, or an override names none of them.</exception>
    public static void CheckOverride(NodeOverrides? overrides, NodeProperties properties)
    {
        if (overrides is null)
            return;
        var ranges = properties.NodeRangeProperties!.ConvertAll(static group => Range(group.TargetNodes));
        var count = properties.NumNodes!.Value;
        if (overrides.NumNodes is { } number && number != count)
        {
            CheckCount(number);
            if (!ranges.Exists(range => range.Last is null && range.First < number))
                throw BatchErrors.Executing("numNodes can only be overridden where a range of nodes has an open end, which begins below the new number");
            if (properties.MainNode >= number)
                throw BatchErrors.Executing($"numNodes {number} must be more than mainNode {properties.MainNode}");
            CheckCover(ranges.ConvertAll(range => range.Last >= number ? range with { Last = number - 1 } : range).FindAll(range => range.First < number), number);
            count = number;
        }

        foreach (var entry in overrides.NodePropertyOverrides ?? [])
            CheckEntry(entry, count);
    }

    private static void CheckGroup(NodeRangeProperty group, int count)
    {
        if (group.EksProperties is not null)
            throw ServiceError.Client("The local engine has no Kubernetes: give container or ecsProperties in place of eksProperties.");
        if ((group.Container is null) == (group.EcsProperties is null))
            throw BatchErrors.Executing("Each of nodeRangeProperties must have either container or ecsProperties");
        var range = Range(group.TargetNodes);
        if (range.First >= count || range.Last >= count)
            throw BatchErrors.Executing($"targetNodes '{group.TargetNodes}' goes beyond the {count} nodes");
        if (group.Container is { } container)
            ContainerRules.Check(container, isFargate: false);
        if (group.EcsProperties is { } task)
            TaskRules.Check(task);
        ConsumableRules.Check(group.ConsumableResourceProperties);
    }

    private static void CheckEntry(NodePropertyOverride entry, int count)
    {
        if (Range(entry.TargetNodes) is var range && (range.First >= count || range.Last >= count))
            throw BatchErrors.Executing($"targetNodes '{entry.TargetNodes}' goes beyond the {count} nodes");
        if (entry.EksPropertiesOverride is not null)
            throw BatchErrors.Executing("eksPropertiesOverride can only be given for nodes with eksProperties");
        ConsumableRules.Check(entry.ConsumableResourcePropertiesOverride);
        if (entry.ContainerOverrides is not { } overrides)
            return;
        JobRules.CheckCommand(overrides.Command);
        JobRules.CheckEnvironment(overrides.Environment);
        JobRules.CheckRequirements(overrides.ResourceRequirements);
        JobRules.CheckSizes(overrides.Vcpus, overrides.Memory);
    }

    private static void CheckCount(int? count)
    {
        if (count is not (>= 1 and <= MostNodes))
            throw BatchErrors.Executing($"numNodes must be between 1 and {MostNodes}; it is {count}");
    }

    // Every node is in a range, and ranges either lie within one another or do not touch.
    private static void CheckCover(List<NodeRange> ranges, int count)
    {
        for (var node = 0; node < count; node++)
        {
            if (!ranges.Exists(range => range.Contains(node)))
                throw BatchErrors.Executing($"Node {node} is in none of the nodeRangeProperties");
        }

        for (var index = 0; index < ranges.Count; index++)
        {
            var (first, last) = (ranges[index].First, ranges[index].Last ?? count - 1);
            foreach (var other in ranges.Skip(index + 1))
            {
                var (start, end) = (other.First, other.Last ?? count - 1);
                var areApart = end < first || start > last;
                var isWithin = (start >= first && end <= last) || (first >= start && last <= end);
                if (!areApart && (!isWithin || (start == first && end == last)))
                    throw BatchErrors.Executing("The ranges of nodeRangeProperties must lie within one another or apart");
            }
        }
    }

    private static NodeRange Range(string? text) =>
        NodeRange.Parse(text) ?? throw BatchErrors.Executing($"targetNodes '{Shortened.Text(text ?? "")}' is no range of nodes");
}
