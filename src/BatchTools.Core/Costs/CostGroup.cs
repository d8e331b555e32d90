using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Jobs that cost alike: of one queue, definition and size.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Definition">The definition, as name:revision where that is known.</param>
/// <param name="Needs">What a job takes.</param>
/// <param name="Attempts">How often a job is tried.</param>
/// <param name="Timeout">How long an attempt may run; null: without limit.</param>
internal sealed record CostGroup(string Queue, string Definition, JobNeeds Needs, int Attempts, TimeSpan? Timeout)
{
    /// <summary>The group of a request for a definition; null where that could not be looked at.</summary>
    public static CostGroup Of(SubmitJobRequest request, JobDefinition? definition) => new(
        ArnName.Of(request.JobQueue),
        definition is { Revision: > 0 } ? definition.ToString() : ArnName.Of(request.JobDefinition),
        ContainerNeeds.Of(definition?.Source, request),
        request.RetryStrategy?.Attempts ?? definition?.Attempts ?? 1,
        request.Timeout?.AttemptDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : definition?.Timeout);
}
