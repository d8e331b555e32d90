namespace BatchTools;

/// <summary>Finds out in how many ways jobs failed: by the last lines of their logs, put together by likeness.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of progress, and of logs that cannot be read.</param>
public sealed class JobErrors(BatchConnection connection, IReporter reporter)
{
    /// <summary>How many last lines count unless it is said.</summary>
    public const int DefaultLines = 3;

    private const int LogsAtATime = 4;
    private const string Activity = "Reading the logs of failed jobs";

    /// <summary>The groups of failed jobs, the largest first. Jobs that have not failed are left out.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; of array jobs the failed children are taken.</param>
    /// <param name="lines">How many last lines that are not blank are compared.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The groups.</returns>
    public async Task<IReadOnlyList<JobErrorGroup>> FindAsync(
        IAsyncEnumerable<JobReference> jobs, int lines = DefaultLines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var groups = new List<(ErrorLikeness Likeness, string[] Sample, List<Job> Jobs)>();
        var exact = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        var ends = new FailedJobs(connection, reporter).FindAsync(jobs, cancellationToken)
            .SelectInOrderAsync(LogsAtATime, async (job, token) => (Job: job, Lines: await LastLinesAsync(job, lines, token)), cancellationToken);
        await foreach (var (job, last) in ends)
        {
            reporter.Progress(new ProgressUpdate(Activity, $"{++count} jobs, {groups.Count} kinds of errors", null));
            var likeness = ErrorLikeness.Of(last.Length > 0 ? last : [job.Reason ?? job.StatusReason ?? ""]);
            var kind = $"{last.Length > 0} {likeness.Text}";
            if (!exact.TryGetValue(kind, out var at))
            {
                at = groups.FindIndex(group => group.Sample.Length > 0 == last.Length > 0 && group.Likeness.IsLike(likeness));
                if (at < 0)
                {
                    at = groups.Count;
                    groups.Add((likeness, last, []));
                }

                exact[kind] = at;
            }

            groups[at].Jobs.Add(job);
        }

        reporter.Progress(new ProgressUpdate(Activity, $"{count} jobs, {groups.Count} kinds of errors", 1, Completed: true));
        return [.. groups.OrderByDescending(group => group.Jobs.Count).Select(group => new JobErrorGroup
        {
            Sample = group.Sample,
            SampleJob = group.Jobs[0],
            Reason = group.Jobs[0].Reason ?? group.Jobs[0].StatusReason,
            Jobs = group.Jobs,
        })];
    }

    // The last lines of the last attempt; of several containers, those of the one that has any.
    private async Task<string[]> LastLinesAsync(Job job, int lines, CancellationToken cancellationToken)
    {
        // Some programs end with blank lines, so a few more are read.
        var options = new LogOptions { Attempt = -1, Tail = lines + 10 };
        var last = new List<string>();
        foreach (var stream in LogStream.Of(job, options))
        {
            try
            {
                await foreach (var page in StreamReading.ReadAsync(stream, options, cancellationToken))
                    last.AddRange(page.Select(line => line.Message.TrimEnd()).Where(line => line.Length > 0).TakeLast(lines));
            }
            catch (BatchException error) when (LogProblems.IsMissing(error))
            {
                reporter.Verbose(error.Message);
            }
            catch (BatchException error) when (LogProblems.IsOfOneLog(error))
            {
                // The job's own reason stands in for the log that cannot be read.
                reporter.Error(error);
            }
        }

        return [.. last.TakeLast(lines)];
    }
}
