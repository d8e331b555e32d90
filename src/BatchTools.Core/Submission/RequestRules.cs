using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>The rules of AWS Batch that a request can be held against without a call.</summary>
internal static class RequestRules
{
    /// <summary>The most bytes of a request.</summary>
    public const int LargestPayload = 30 * 1024;

    private const int SmallestArray = 2;
    private const int LargestArray = 10_000;
    private const int MostDependencies = 20;
    private const int MostTags = 50;
    private const int LongestTagKey = 128;
    private const int LongestTagValue = 256;
    private const int LongestOverrides = 8192;
    private const int SpareForTags = 1024;

    /// <summary>Holds a request against the rules.</summary>
    /// <returns>Its text as it is sent.</returns>
    /// <exception cref="BatchException">The first rule that is broken.</exception>
    public static byte[] Check(SubmitJobRequest request)
    {
        var name = request.JobName;
        Rule(!string.IsNullOrEmpty(name), nameof(Messages.JobNameMissing), name);
        Rule(ResourceName.IsValid(name), nameof(Messages.JobNameInvalid), name);
        Rule(!string.IsNullOrEmpty(request.JobQueue), nameof(Messages.JobQueueMissing), name);
        Rule(!string.IsNullOrEmpty(request.JobDefinition), nameof(Messages.JobDefinitionMissing), name);
        if (request.ArrayProperties?.Size is { } size)
            Rule(size is >= SmallestArray and <= LargestArray, nameof(Messages.ArraySizeOutOfRange), name, size);
        if (request.RetryStrategy?.Attempts is { } attempts)
            JobLimits.Attempts(name!, attempts);
        if (request.Timeout?.AttemptDurationSeconds is { } seconds)
            JobLimits.TimeoutSeconds(name!, TimeSpan.FromSeconds(seconds));
        CheckDependencies(name, request.DependsOn ?? []);
        CheckTags(name, request.Tags ?? []);
        var text = Text(request);
        CheckContainer(name, request.ContainerOverrides, text.Length);
        Rule(text.Length <= LargestPayload, nameof(Messages.PayloadTooLarge), name, text.Length);
        return text;
    }

    private static void CheckDependencies(string? name, List<JobDependency> dependencies)
    {
        Rule(dependencies.Count <= MostDependencies, nameof(Messages.DependenciesTooMany), name, dependencies.Count);
        foreach (var id in dependencies.Select(one => one.JobId).OfType<string>())
            JobReference.To(id);
    }

    private static void CheckTags(string? name, Dictionary<string, string> tags)
    {
        Rule(tags.Count <= MostTags, nameof(Messages.TagsTooMany), name, tags.Count);
        foreach (var (key, value) in tags)
        {
            Rule(key.Length is >= 1 and <= LongestTagKey, nameof(Messages.TagInvalid), name, key, $"its key has {key.Length} characters");
            Rule(!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase), nameof(Messages.TagInvalid), name, key, "its key is AWS's own");
            Rule(value.Length <= LongestTagValue, nameof(Messages.TagInvalid), name, key, $"its value has {value.Length} characters");
        }
    }

    private static void CheckContainer(string? name, ContainerOverrides? container, int payload)
    {
        if (container is null)
            return;
        foreach (var variable in container.Environment ?? [])
        {
            var text = variable.Name ?? "";
            Rule(text.Length > 0 && !text.Contains('='), nameof(Messages.EnvironmentNameInvalid), name, text, "a name is not empty and holds no '='");
            Rule(!text.StartsWith("AWS_BATCH", StringComparison.Ordinal), nameof(Messages.EnvironmentNameInvalid), name, text, "names that begin with AWS_BATCH are AWS Batch's own");
        }

        var empty = container.Command?.FindIndex(string.IsNullOrEmpty) ?? -1;
        Rule(empty < 0, nameof(Messages.CommandArgumentEmpty), name, empty + 1);
        var length = payload <= LongestOverrides ? payload : Size(container);
        Rule(length <= LongestOverrides, nameof(Messages.OverridesTooLong), name, length);
    }

    /// <summary>Whether a request with its tags to come is not too large to be sent, nor its overrides to be run.</summary>
    public static bool Fits(SubmitJobRequest request) =>
        Size(request) <= LargestPayload - SpareForTags && (request.ContainerOverrides is null || Size(request.ContainerOverrides) <= LongestOverrides);

    /// <summary>The bytes of a request as it is sent.</summary>
    public static int Size(object shape) => Text(shape).Length;

    private static byte[] Text(object shape) => PlainJson.ToText(ShapeWriter.ToPlainData(shape));

    private static void Rule(bool holds, string errorId, string? name, params object?[] values)
    {
        if (!holds)
            throw BatchException.For(errorId, ErrorKind.InvalidInput, name, [name, .. values]);
    }
}
