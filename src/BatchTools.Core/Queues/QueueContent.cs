using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Compares what a request says of a queue with the queue: environments and policies by name, in their order, however they are written.</summary>
internal static class QueueContent
{
    private static readonly (string List, string Name)[] Orders =
        [("computeEnvironmentOrder", "computeEnvironment"), ("serviceEnvironmentOrder", "serviceEnvironment")];

    /// <summary>The members that a request would change; what it does not give stays as it is.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="request">A request that creates or updates a queue.</param>
    public static IReadOnlyList<Difference> Differences(JobQueue queue, object request) =>
        Difference.ByRequest(Plain(queue.Raw), Plain(ShapeWriter.ToPlainData(request)));

    private static Dictionary<string, object?> Plain(IReadOnlyDictionary<string, object?> data)
    {
        var plain = data.Where(member => member.Key is not ("jobQueue" or "jobQueueName")).ToDictionary();
        foreach (var (list, name) in Orders)
        {
            if (plain.GetValueOrDefault(list) is object?[] entries)
                plain[list] = Names(entries, name);
        }

        if (plain.GetValueOrDefault("schedulingPolicyArn") is string policy)
            plain["schedulingPolicyArn"] = ArnName.Of(policy);
        return plain;
    }

    private static object?[] Names(object?[] entries, string name) =>
        [.. entries.OfType<IReadOnlyDictionary<string, object?>>().OrderBy(entry => entry.GetValueOrDefault("order")).Select(entry => ArnName.Of(entry.GetValueOrDefault(name) as string))];
}
