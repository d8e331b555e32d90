using System.Globalization;

namespace BatchTools;

/// <summary>Says why there is no log where there is none, with what the service tells of the job itself.</summary>
internal sealed class LogProblems(IReporter reporter)
{
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);

    /// <summary>Whether an error means that a group or stream does not exist.</summary>
    public static bool IsMissing(BatchException error) => error.InnerException is { } cause && ServiceErrors.IsResourceMissing(cause);

    /// <summary>Whether a log that cannot be read for this error leaves others to be read.</summary>
    public static bool IsOfOneLog(BatchException error) =>
        error.Kind is ErrorKind.Denied or ErrorKind.Unavailable or ErrorKind.Timeout or ErrorKind.InvalidInput or ErrorKind.Throttled or ErrorKind.NotFound;

    /// <summary>A group or stream that a job names does not exist.</summary>
    public void Missing(LogStream stream, BatchException error)
    {
        var job = stream.Job;
        var isGroup = error.InnerException!.Message.Contains("log group", StringComparison.OrdinalIgnoreCase);
        reporter.Warning(isGroup
            ? Text(Messages.LogGroupMissing, job.JobId, stream.Group, job.Status, Reason(job))
            : Text(Messages.LogStreamMissing, job.JobId, stream.Name, job.Status, stream.Group, Reason(job)));
    }

    /// <summary>A log cannot be read. That never hides how the job itself ended.</summary>
    public void Unreadable(Job job, BatchException error)
    {
        reporter.Error(error);
        if (job.Status == JobStatus.FAILED && _ended.Add(job.JobId))
            reporter.Warning(Text(Messages.JobEndedToo, job.JobId, job.Status, Reason(job)));
    }

    /// <summary>Attempts that are asked for and have no stream, and jobs that have none at all.</summary>
    /// <param name="job">The job, when nothing more is to come of it for now.</param>
    /// <param name="wanted">The logs that are asked for.</param>
    public void WithoutStream(Job job, IReadOnlyList<ContainerLog> wanted)
    {
        if (wanted.FirstOrDefault(log => log.Target.Driver is not null) is { Target.Driver: { } driver })
            reporter.Warning(Text(Messages.LogElsewhere, job.JobId, driver));
        foreach (var log in wanted.Where(log => log is { StreamName: null, IsOver: true, Target.Driver: null }).DistinctBy(log => log.Attempt))
            reporter.Warning(Text(Messages.AttemptWithoutStream, job.JobId, log.Attempt, job.Status, Because(log.Reason ?? job.StatusReason)));
        if (wanted.Count > 0)
            return;
        reporter.Warning(job.IsFinished
            ? Text(Messages.JobNeverLogged, job.JobId, job.Status, Reason(job))
            : Text(Messages.JobNotLoggedYet, job.JobId, job.Status, Reason(job)));
    }

    private static string Reason(Job job) => Because(job.Reason ?? job.StatusReason);

    private static string Because(string? reason) => reason is { Length: > 0 } ? $": {reason.TrimEnd('.')}" : "";

    private static string Text(string format, params object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
