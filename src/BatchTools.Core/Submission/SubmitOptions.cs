namespace BatchTools;

/// <summary>How jobs are submitted.</summary>
public sealed record SubmitOptions
{
    /// <summary>
    /// The most jobs of this call that are unfinished at a time, an array job counting as one. Default: no limit.
    /// </summary>
    public int? ThrottleLimit { get; init; }

    /// <summary>The workload that the jobs belong to, kept in the tag batchtools:workload. Default: none.</summary>
    public string? Workload { get; init; }

    /// <summary>
    /// Whether jobs of the workload that were submitted before are submitted once more. Default: they are given as they are.
    /// Jobs without a workload are always submitted.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>How many jobs will come, for the progress; null while that is unknown.</summary>
    public int? Expected { get; init; }
}
