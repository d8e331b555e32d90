using System.Globalization;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Catalog;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Resources;

/// <summary>
/// How much a compute environment has. vCPUs are its <c>maxvCpus</c>; memory and GPUs are the machine's, or less where the tags
/// <c>batchtools:memory</c> (MiB) and <c>batchtools:gpus</c> say so. An environment whose attempts are
/// simulated has as much as its tags say, without them without end.
/// </summary>
internal static class EnvironmentLimits
{
    public const string MemoryTag = "batchtools:memory";
    public const string GpusTag = "batchtools:gpus";

    public static ResourceDemand Of(ComputeEnvironmentDetail detail, Machine machine) => new(
        detail.ComputeResources?.MaxvCpus ?? detail.UnmanagedvCpus ?? machine.Processors,
        Least(Number(detail.Tags, MemoryTag), machine.Memory, detail),
        Least(Number(detail.Tags, GpusTag), machine.Gpus, detail));

    /// <summary>Nothing runs there in earnest, so the machine's memory and GPUs are not needed.</summary>
    public static bool IsSimulated(ComputeEnvironmentDetail detail) => RunnerTag.Read(detail.Tags) == RunnerKind.Simulated;

    /// <summary>The instance types that the environment can start, families resolved; null where one is not in the table or chosen by AWS, such as <c>optimal</c>.</summary>
    public static IReadOnlyList<InstanceType>? InstanceTypes(ComputeEnvironmentDetail detail)
    {
        if (detail.ComputeResources?.InstanceTypes is not { Count: > 0 } names)
            return null;
        var types = new List<InstanceType>();
        foreach (var name in names)
        {
            var named = InstanceCatalog.Embedded.Find(name) is { } type ? [type] : InstanceCatalog.Embedded.Types.Where(type => type.Family == name).ToList();
            if (named.Count == 0)
                return null;
            types.AddRange(named);
        }

        return types;
    }

    /// <exception cref="ServiceError">ClientException: one of the tags is no whole number.</exception>
    public static void Check(Dictionary<string, string>? tags)
    {
        foreach (var key in (string[])[MemoryTag, GpusTag])
        {
            if (tags?.GetValueOrDefault(key) is { } text && Number(tags, key) is null)
                throw ServiceError.Client($"Tag {key} is '{Shortened.Text(text)}'; it takes a whole number.");
        }
    }

    private static int Least(int? own, int machines, ComputeEnvironmentDetail detail) =>
        IsSimulated(detail) ? own ?? int.MaxValue : Math.Min(own ?? machines, machines);

    private static int? Number(Dictionary<string, string>? tags, string key) =>
        int.TryParse(tags?.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
