using System.Globalization;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling.Rules;

/// <summary>
/// What a job takes of its environment. <c>resourceRequirements</c> go before the older <c>vcpus</c> and <c>memory</c>,
/// and an override of the older kind does not beat a definition of the newer kind.
/// </summary>
internal static class ResourceNeeds
{
    /// <summary>What a container takes of its environment.</summary>
    /// <param name="container">Its definition.</param>
    /// <param name="overrides">What the submission puts over it.</param>
    /// <param name="leastVcpus">The vCPUs where none are given.</param>
    public static ResourceDemand Of(ContainerProperties container, ContainerOverrides? overrides, decimal leastVcpus = 1) => new(
        Vcpus(container, overrides) ?? leastVcpus,
        Memory(container, overrides) ?? 0,
        Requirement(overrides?.ResourceRequirements, ResourceType.GPU) ?? Requirement(container.ResourceRequirements, ResourceType.GPU) ?? 0);

    /// <summary>The vCPUs; null where none are given.</summary>
    public static decimal? Vcpus(ContainerProperties container, ContainerOverrides? overrides) =>
        Requirement(overrides?.ResourceRequirements, ResourceType.VCPU)
        ?? Requirement(container.ResourceRequirements, ResourceType.VCPU)
        ?? overrides?.Vcpus
        ?? container.Vcpus;

    /// <summary>The memory in MiB; null where none is given.</summary>
    public static decimal? Memory(ContainerProperties container, ContainerOverrides? overrides) =>
        Requirement(overrides?.ResourceRequirements, ResourceType.MEMORY)
        ?? Requirement(container.ResourceRequirements, ResourceType.MEMORY)
        ?? overrides?.Memory
        ?? container.Memory;

    /// <summary>The definition's requirements with the override's of the same type in their place.</summary>
    public static List<ResourceRequirement> Merge(List<ResourceRequirement>? defined, List<ResourceRequirement>? overriding)
    {
        if (overriding is null or [])
            return defined ?? [];
        return [.. (defined ?? []).Where(requirement => overriding.All(other => other.Type != requirement.Type)), .. overriding];
    }

    /// <summary>The number that a list of requirements gives for a type; null where it gives none.</summary>
    public static decimal? Requirement(List<ResourceRequirement>? requirements, string type)
    {
        var value = requirements?.LastOrDefault(requirement => requirement.Type == type)?.Value;
        return TryParse(value, out var number) ? number : null;
    }

    public static bool TryParse(string? value, out decimal number) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
