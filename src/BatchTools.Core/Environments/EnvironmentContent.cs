using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Compares what a request says of a compute environment with the environment: roles by name, sets without their order.</summary>
internal static class EnvironmentContent
{
    private static readonly HashSet<string> Names = ["computeEnvironment", "computeEnvironmentName"];
    private static readonly HashSet<string> Sets = ["subnets", "securityGroupIds"];
    private static readonly HashSet<string> Roles = ["serviceRole", "instanceRole", "spotIamFleetRole"];

    /// <summary>The members that a request would change; what it does not give stays as it is.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="request">A request that creates or updates an environment.</param>
    public static IReadOnlyList<Difference> Differences(ComputeEnvironment environment, object request) =>
        Difference.ByRequest(Plain(environment.Raw), Plain(ShapeWriter.ToPlainData(request)));

    private static Dictionary<string, object?> Plain(IReadOnlyDictionary<string, object?> data) => data
        .Where(member => !Names.Contains(member.Key))
        .ToDictionary(member => member.Key, member => Plain(member.Key, member.Value));

    private static object? Plain(string name, object? value) => value switch
    {
        string role when Roles.Contains(name) => ArnName.Of(role),
        object?[] list when Sets.Contains(name) => list.Order().ToArray(),
        IReadOnlyDictionary<string, object?> resources when name == "computeResources" => Plain(resources),
        _ => value,
    };
}
