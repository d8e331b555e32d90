namespace BatchTools;

/// <summary>A job on the timeline.</summary>
/// <param name="Job">The job.</param>
/// <param name="Queued">When it was submitted.</param>
/// <param name="Started">When its first attempt began.</param>
/// <param name="Stopped">When it ended; of a job that runs, when it was looked at.</param>
/// <param name="Attempts">Its attempts, with the state that gives each its colour.</param>
internal sealed record TimelineBar(
    Job Job, DateTime Queued, DateTime Started, DateTime Stopped, IReadOnlyList<(JobStatus Status, DateTime Start, DateTime Stop)> Attempts)
{
    /// <summary>What a pointer on the bar shows.</summary>
    public string Title =>
        $"{Job.JobName}: {Job.Status}, waited {ReportText.Duration(Started - Queued)}, ran {ReportText.Duration(Job.RunTime())}"
        + (Job.Status == JobStatus.FAILED ? $" – {Job.FailureReason()}" : "");

    /// <summary>The bar of a job; null if it has not started.</summary>
    /// <param name="job">The job.</param>
    /// <param name="now">When the job was looked at.</param>
    public static TimelineBar? Of(Job job, DateTime now)
    {
        if (job.FirstStart() is not { } start)
            return null;
        var attempts = job.Attempts
            .Where(attempt => attempt.StartedAt is not null && attempt.StoppedAt is not null)
            .Select(attempt => (job.Status == JobStatus.SUCCEEDED && attempt.Number == job.Attempts.Count ? JobStatus.SUCCEEDED : JobStatus.FAILED, attempt.StartedAt!.Value, attempt.StoppedAt!.Value))
            .ToList();
        if (job.StartedAt is { } latest && (attempts.Count == 0 || (!job.IsFinished && latest >= attempts[^1].Item3)))
            attempts.Add((job.Status, latest, job.StoppedAt ?? (now > latest ? now : latest)));
        return new(job, job.CreatedAt is { } created && created < start ? created : start, start, attempts.Max(attempt => attempt.Item3), attempts);
    }
}
