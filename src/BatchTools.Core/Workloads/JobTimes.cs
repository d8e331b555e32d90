namespace BatchTools;

/// <summary>The times of a job as reports count them: over all its attempts.</summary>
internal static class JobTimes
{
    /// <summary>How long the job's attempts ran, together; null if none has run.</summary>
    public static TimeSpan? RunTime(this Job job)
    {
        var ended = job.Attempts.Select(attempt => attempt.Duration).Where(duration => duration is not null).ToArray();
        if (ended.Length == 0)
            return job.Duration;
        var sum = ended.Aggregate(TimeSpan.Zero, (sum, duration) => sum + duration!.Value);
        return job.IsFinished ? sum : sum + (job.Duration ?? TimeSpan.Zero); // the attempt that runs has not ended
    }

    /// <summary>When the first attempt of the job began; null if none has.</summary>
    public static DateTime? FirstStart(this Job job) =>
        job.Attempts.Select(attempt => attempt.StartedAt).FirstOrDefault(start => start is not null) ?? job.StartedAt;

    /// <summary>How long the job waited for its first start; null if it has not started.</summary>
    public static TimeSpan? Waited(this Job job) => job.FirstStart() - job.CreatedAt;

    /// <summary>Why a job failed, with the exit code if there is one.</summary>
    public static string FailureReason(this Job job)
    {
        var reason = job.Reason ?? job.StatusReason ?? job.Attempts.LastOrDefault()?.Reason ?? job.Attempts.LastOrDefault()?.StatusReason;
        return (job.ExitCode, reason) switch
        {
            (null, null) => "No reason was given",
            (null, _) => reason,
            ({ } code, null) => $"Exit code {code}",
            ({ } code, _) => $"Exit code {code}: {reason}",
        };
    }
}
