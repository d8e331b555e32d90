using System.Text.RegularExpressions;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Finds the parameters that commands refer to as <c>Ref::name</c>.</summary>
internal static partial class ParameterReferences
{
    /// <summary>Finds the names without a value: neither among the request's parameters nor the definition's.</summary>
    public static IReadOnlyList<string> Missing(Amazon.Batch.Model.JobDefinition? definition, SubmitJobRequest request) =>
        Commands(definition, request)
            .SelectMany(argument => Reference().Matches(argument).Select(match => match.Groups["name"].Value))
            .Where(name => request.Parameters?.ContainsKey(name) != true && definition?.Parameters?.ContainsKey(name) != true)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

    // An override of the command replaces the container's; the other types of definitions keep theirs.
    private static IEnumerable<string> Commands(Amazon.Batch.Model.JobDefinition? definition, SubmitJobRequest request)
    {
        var container = request.ContainerOverrides?.Command ?? definition?.ContainerProperties?.Command ?? [];
        var tasks = definition?.EcsProperties?.TaskProperties?.SelectMany(task => task.Containers ?? []).SelectMany(one => one.Command ?? []) ?? [];
        var nodes = definition?.NodeProperties?.NodeRangeProperties?.SelectMany(range => range.Container?.Command ?? []) ?? [];
        return [.. container, .. tasks, .. nodes];
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_:])Ref::(?<name>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant)]
    internal static partial Regex Reference();
}
