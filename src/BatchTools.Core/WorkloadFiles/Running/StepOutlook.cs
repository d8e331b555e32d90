namespace BatchTools;

/// <summary>What a run would do for a job or a sweep of a workload file.</summary>
/// <param name="Name">The name of the job or the sweep.</param>
/// <param name="IsSweep">Whether it is a sweep.</param>
/// <param name="JobCount">How many jobs it has; an array job counts as one. None if it is left out, as what it waits for ended otherwise than it asks for.</param>
/// <param name="Submitted">How many of them the workload has already.</param>
public sealed record StepOutlook(string Name, bool IsSweep, long JobCount, long Submitted)
{
    /// <summary>What the job or the sweep waits for, in words such as <c>after prepare, if train fails</c>; null if for nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>How many jobs are left to submit.</summary>
    public long Left => JobCount - Submitted;
}
