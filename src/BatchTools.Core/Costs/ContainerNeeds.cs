using System.Globalization;
using Amazon.Batch.Model;
using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools;

/// <summary>Reads what jobs take out of definitions, requests and descriptions.</summary>
internal static class ContainerNeeds
{
    private const string Mebibytes = "Mi";

    /// <summary>What a job of a request will take.</summary>
    public static JobNeeds Of(ServiceDefinition? definition, SubmitJobRequest request)
    {
        if (definition?.NodeProperties is { } nodes)
        {
            var over = request.NodeOverrides?.NodePropertyOverrides?.FirstOrDefault()?.ContainerOverrides;
            return Over(Of(nodes), over) with { Nodes = request.NodeOverrides?.NumNodes ?? nodes.NumNodes };
        }

        if (definition?.EcsProperties?.TaskProperties is [var task, ..])
            return OfTask(task.Containers?.Select(one => one.ResourceRequirements), task.EphemeralStorage, task.RuntimePlatform);
        if (definition?.EksProperties?.PodProperties is { } pod)
            return Sum(pod.Containers?.Select(one => one.Resources));
        return Over(Of(definition?.ContainerProperties), request.ContainerOverrides);
    }

    /// <summary>What a job took; of a listing's entry nothing is known.</summary>
    public static JobNeeds Of(Job job)
    {
        var detail = job.Source as JobDetail;
        if (detail?.NodeProperties is { } nodes)
            return Of(nodes) with { Nodes = job.NodeIndex is null ? nodes.NumNodes : 1 };
        if (detail?.EcsProperties?.TaskProperties is [var task, ..])
            return OfTask(task.Containers?.Select(one => one.ResourceRequirements), task.EphemeralStorage, task.RuntimePlatform);
        return detail?.EksProperties?.PodProperties is { } pod
            ? Sum(pod.Containers?.Select(one => one.Resources))
            : OnPlatform(new(job.Vcpu, job.Memory, job.Gpu ?? 0), detail?.Container?.EphemeralStorage, detail?.Container?.RuntimePlatform);
    }

    // Nodes of several ranges that differ are counted as those of the first.
    private static JobNeeds Of(NodeProperties nodes) =>
        Of(nodes.NodeRangeProperties?.FirstOrDefault()?.Container) with { Nodes = nodes.NumNodes };

    private static JobNeeds Of(ContainerProperties? container) => OnPlatform(
#pragma warning disable CS0618 // Definitions of old still hold the older members.
        new(
            ResourceRequirements.Vcpu(container?.ResourceRequirements, container?.Vcpus),
            ResourceRequirements.Memory(container?.ResourceRequirements, container?.Memory),
            ResourceRequirements.Gpu(container?.ResourceRequirements) ?? 0),
#pragma warning restore CS0618
        container?.EphemeralStorage, container?.RuntimePlatform);

    private static JobNeeds Over(JobNeeds needs, ContainerOverrides? over) => needs with
    {
        Vcpu = ResourceRequirements.Vcpu(over?.ResourceRequirements, null) ?? needs.Vcpu,
        Memory = ResourceRequirements.Memory(over?.ResourceRequirements, null) ?? needs.Memory,
        Gpu = ResourceRequirements.Gpu(over?.ResourceRequirements) ?? needs.Gpu,
    };

    private static JobNeeds OfTask(IEnumerable<List<ResourceRequirement>?>? containers, EphemeralStorage? storage, RuntimePlatform? platform)
    {
        var all = containers?.ToList() ?? [];
        return OnPlatform(
            new(
                Total(all.Select(list => ResourceRequirements.Vcpu(list, null))),
                (int?)Total(all.Select(list => (decimal?)ResourceRequirements.Memory(list, null))),
                all.Sum(list => ResourceRequirements.Gpu(list) ?? 0)),
            storage, platform);
    }

    private static JobNeeds Sum(IEnumerable<EksContainerResourceRequirements?>? containers)
    {
        var all = containers?.ToList() ?? [];
        return new(
            Total(all.Select(one => Number(Asked(one, "cpu")))),
            (int?)Total(all.Select(one => Number(Asked(one, "memory")))),
            (int)(all.Sum(one => Number(Asked(one, "nvidia.com/gpu"))) ?? 0));
    }

    private static string? Asked(EksContainerResourceRequirements? resources, string name) =>
        resources?.Requests?.GetValueOrDefault(name) ?? resources?.Limits?.GetValueOrDefault(name);

    private static decimal? Number(string? text) => decimal.TryParse(
        text?.EndsWith(Mebibytes, StringComparison.Ordinal) == true ? text[..^Mebibytes.Length] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    private static decimal? Total(IEnumerable<decimal?> parts)
    {
        var known = parts.OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static JobNeeds OnPlatform(JobNeeds needs, EphemeralStorage? storage, RuntimePlatform? platform) => needs with
    {
        Storage = storage?.SizeInGiB,
        IsArm = platform?.CpuArchitecture == "ARM64",
        IsWindows = platform?.OperatingSystemFamily?.StartsWith("WINDOWS", StringComparison.OrdinalIgnoreCase) == true,
    };
}
