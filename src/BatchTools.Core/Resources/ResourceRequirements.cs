using System.Globalization;
using Amazon.Batch;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>vCPUs, memory and GPUs as AWS Batch writes them: a list of texts by type.</summary>
internal static class ResourceRequirements
{
    /// <summary>The vCPUs of the list, else of the older member.</summary>
    public static decimal? Vcpu(List<ResourceRequirement>? list, int? older) =>
        Value(list, ResourceType.VCPU) is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value
            : older is > 0 ? older : null;

    /// <summary>The memory of the list in MiB, else of the older member.</summary>
    public static int? Memory(List<ResourceRequirement>? list, int? older) =>
        Whole(Value(list, ResourceType.MEMORY)) ?? (older is > 0 ? older : null);

    /// <summary>The GPUs of the list.</summary>
    public static int? Gpu(List<ResourceRequirement>? list) => Whole(Value(list, ResourceType.GPU));

    /// <summary>The list for the values that are given, over those of a list at hand; null if there are none.</summary>
    public static List<ResourceRequirement>? ToList(List<ResourceRequirement>? over, decimal? vcpu, int? memory, int? gpu)
    {
        var list = new List<ResourceRequirement>();
        Add(ResourceType.VCPU, vcpu);
        Add(ResourceType.MEMORY, memory);
        Add(ResourceType.GPU, gpu);
        list.InsertRange(0, (over ?? []).Where(one => list.TrueForAll(other => other.Type != one.Type)));
        return list.Count == 0 ? null : list;

        void Add(ResourceType type, decimal? value)
        {
            if (value is { } number)
                list.Add(new ResourceRequirement { Type = type, Value = number.ToString("0.###", CultureInfo.InvariantCulture) });
        }
    }

    private static string? Value(List<ResourceRequirement>? list, ResourceType type) => list?.Find(one => one.Type == type)?.Value;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
