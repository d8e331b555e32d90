namespace BatchTools;

/// <summary>A failed job that is to be submitted again.</summary>
/// <param name="Job">The job that failed.</param>
/// <param name="Children">Of an array job, the indices of the children that run again; null for other jobs.</param>
public sealed record Restart(Job Job, IReadOnlyList<int>? Children)
{
    /// <summary>Says what is submitted again: the name, and of an array which of its children.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => Children is null
        ? $"{Job.JobName} ({Job.JobId})"
        : $"{Job.JobName} ({Job.JobId}), {Children.Count} of {Job.ArraySize} children: {PointIndexes.Of(Children.Select(index => (long)index))}";
}
