namespace BatchTools;

/// <summary>Jobs that cost alike: of one queue, definition and size.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Definition">The definition, as name:revision where that is known.</param>
/// <param name="Needs">What a job takes.</param>
/// <param name="Attempts">How often a job is tried.</param>
/// <param name="Timeout">How long an attempt may run; null: without limit.</param>
internal sealed record CostGroup(string Queue, string Definition, JobNeeds Needs, int Attempts, TimeSpan? Timeout)
{
    /// <summary>The group of a request.</summary>
    public static CostGroup Of(PreparedJob job) => new(
        ArnName.Of(job.Request.JobQueue),
        job.Definition?.ToString() ?? ArnName.Of(job.Request.JobDefinition),
        ContainerNeeds.Of(job.Definition?.Source, job.Request),
        job.Request.RetryStrategy?.Attempts ?? job.Definition?.Attempts ?? 1,
        job.Request.Timeout?.AttemptDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : job.Definition?.Timeout);
}
