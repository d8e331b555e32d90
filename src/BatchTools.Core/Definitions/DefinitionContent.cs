using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;
using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools;

/// <summary>Compares what job definitions say, whatever the service adds when it tells them back.</summary>
internal static class DefinitionContent
{
    // What names a revision is not what it says.
    private static readonly HashSet<string> Identity = ["jobDefinitionArn", "revision", "status", "containerOrchestrationType"];

    private static readonly HashSet<string> Unordered =
        ["environment", "secrets", "resourceRequirements", "ulimits", "mountPoints", "volumes", "platformCapabilities"];

    // The older members, and what stands for them today.
    private static readonly (string Older, string Type)[] Older = [("vcpus", "VCPU"), ("memory", "MEMORY")];

    /// <summary>The description that the service would give of a request's definition, but for revision and ARN.</summary>
    public static ServiceDefinition Of(RegisterJobDefinitionRequest request) => new()
    {
        JobDefinitionName = request.JobDefinitionName,
        Status = "ACTIVE",
        Type = request.Type?.Value,
        ConsumableResourceProperties = request.ConsumableResourceProperties,
        ContainerProperties = request.ContainerProperties,
        EcsProperties = request.EcsProperties,
        EksProperties = request.EksProperties,
        NodeProperties = request.NodeProperties,
        Parameters = request.Parameters,
        PlatformCapabilities = request.PlatformCapabilities is { } capabilities ? [.. capabilities] : null,
        PropagateTags = request.PropagateTags,
        RetryStrategy = request.RetryStrategy,
        SchedulingPriority = request.SchedulingPriority,
        Tags = request.Tags,
        Timeout = request.Timeout,
    };

    /// <summary>Whether two definitions say the same.</summary>
    public static bool AreEqual(ServiceDefinition one, ServiceDefinition other) => Differences(one, other).Count == 0;

    /// <summary>The members in which two definitions differ.</summary>
    /// <param name="old">The one that is there; null: none.</param>
    /// <param name="wanted">The one that is wanted.</param>
    public static IReadOnlyList<Difference> Differences(ServiceDefinition? old, ServiceDefinition wanted) =>
        Difference.Between(old is null ? null : Plain(old), Plain(wanted));

    // One form for all that means the same: nothing that is empty or a default, and an order where there is none.
    private static IReadOnlyDictionary<string, object?>? Plain(ServiceDefinition definition) =>
        (IReadOnlyDictionary<string, object?>?)Plain("", ShapeWriter.ToPlainData(definition).Where(member => !Identity.Contains(member.Key)).ToDictionary());

    private static object? Plain(string name, object? value) => value switch
    {
        null or false or "" => null,
        IReadOnlyDictionary<string, object?> map => Plain(name, map),
        object?[] list => Plain(name, list),
        string text when name == "action" => text.ToUpperInvariant(),
        _ => value,
    };

    private static object?[]? Plain(string name, object?[] list)
    {
        var items = list.Select(item => item is "" ? "" : Plain("", item)).ToArray();
        if (Unordered.Contains(name))
            items = [.. items.OrderBy(SortKey, StringComparer.Ordinal)];
        return items.Length == 0 || (name == "platformCapabilities" && items is ["EC2"]) ? null : items;
    }

    private static Dictionary<string, object?>? Plain(string name, IReadOnlyDictionary<string, object?> map)
    {
        var members = (name is "containerProperties" or "container" ? Modern(map) : map)
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => (member.Key, Value: IsFree(name) && member.Value is "" ? "" : Plain(member.Key, member.Value)))
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, member => member.Value);
        return members.Count == 0 || (members.Count == 1 && IsDefault(members.Single())) ? null : members;
    }

    private static bool IsDefault(KeyValuePair<string, object?> member) =>
        member is { Key: "attempts", Value: 1L } or { Key: "platformVersion", Value: "LATEST" } or { Key: "assignPublicIp", Value: "DISABLED" };

    private static Dictionary<string, object?> Modern(IReadOnlyDictionary<string, object?> container)
    {
        var members = new Dictionary<string, object?>(container);
        foreach (var (older, type) in Older)
        {
            var list = members.GetValueOrDefault("resourceRequirements") as object?[] ?? [];
            if (members.Remove(older, out var value) && !list.Any(one => one is IReadOnlyDictionary<string, object?> entry && Equals(entry["type"], type)))
                members["resourceRequirements"] = list.Append(new Dictionary<string, object?> { ["type"] = type, ["value"] = SweepValue.Text(value!) }).ToArray();
        }

        return members;
    }

    private static string SortKey(object? item) =>
        item is IReadOnlyDictionary<string, object?> map ? string.Join('\n', map.Select(member => $"{member.Key}={SortKey(member.Value)}")) : $"{item}";

    // In maps whose keys are the user's own, an empty text is a value.
    private static bool IsFree(string name) => name is "parameters" or "tags" or "options" or "labels" or "annotations";
}
