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
    public static bool AreEqual(ServiceDefinition one, ServiceDefinition other) => Text(one) == Text(other);

    private static string Text(ServiceDefinition definition) =>
        Text(string.Empty, ShapeWriter.ToPlainData(definition).Where(member => !Identity.Contains(member.Key)).ToDictionary()) ?? string.Empty;

    // One text for all that means the same: members in order, nothing that is empty or a default.
    private static string? Text(string name, object? value) => value switch
    {
        null or false or "" => null,
        IReadOnlyDictionary<string, object?> map => Text(name, map),
        object?[] list => Text(name, list),
        string text when name == "action" => $"'{text.ToUpperInvariant()}'",
        string text => $"'{text}'",
        _ => SweepValue.Text(value),
    };

    private static string? Text(string name, object?[] list)
    {
        var items = list.Select(item => Text(string.Empty, item) ?? "''");
        if (Unordered.Contains(name))
            items = items.Order(StringComparer.Ordinal);
        var text = string.Join(",", items);
        return text.Length == 0 || (name == "platformCapabilities" && text == "'EC2'") ? null : $"[{text}]";
    }

    private static string? Text(string name, IReadOnlyDictionary<string, object?> map)
    {
        var members = map
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => (member.Key, Text: IsFree(name) && member.Value is "" ? "''" : Text(member.Key, member.Value)))
            .Where(member => member.Text is not null)
            .Select(member => $"'{member.Key}':{member.Text}")
            .ToArray();
        var text = string.Join(",", members);
        return text is "" or "'attempts':1" or "'platformVersion':'LATEST'" or "'assignPublicIp':'DISABLED'" ? null : $"{{{text}}}";
    }

    // In maps whose keys are the user's own, an empty text is a value.
    private static bool IsFree(string name) => name is "parameters" or "tags" or "options" or "labels" or "annotations";
}
