using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling.Rules;

/// <summary>What AWS accepts at SubmitJob and lets fail before the start.</summary>
internal static class SubmissionFaults
{
    private const int MaximumOverridesLength = 8192;
    private const int MaximumTags = 50;

    /// <summary>The reason with which the job fails; null for none.</summary>
    public static string? Find(SubmitJobRequest request, JobDefinition definition)
    {
        if (request.ContainerOverrides is { } overrides && OperationCall.Json(overrides.Write).Length > MaximumOverridesLength)
            return StatusReasons.OverridesTooLong;
        if ((request.PropagateTags ?? definition.PropagateTags) == true && CombinedTags(request, definition) > MaximumTags)
            return StatusReasons.TooManyTags;
        return null;
    }

    private static int CombinedTags(SubmitJobRequest request, JobDefinition definition) =>
        (request.Tags?.Keys ?? Enumerable.Empty<string>()).Union(definition.Tags?.Keys ?? Enumerable.Empty<string>()).Count();
}
