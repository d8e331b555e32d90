namespace BatchTools;

/// <summary>How far a job is waited for.</summary>
/// <param name="Status">The state that it has to reach or pass; null: its end.</param>
internal readonly record struct WaitGoal(JobStatus? Status)
{
    /// <summary>Whether a job is there. An array job is where the child is that is furthest.</summary>
    /// <param name="job">The job as it is.</param>
    public bool IsReached(Job job)
    {
        if (job.IsFinished)
            return true;
        return Status is { } goal && (job.Status >= goal || (job.ArraySize is not null && job.StatusSummary.Any(one => one.Value > 0 && one.Key >= goal)));
    }
}
