using System.Globalization;
using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads the log of one job. A log that is not there never hides why the job failed.</summary>
internal sealed class JobLogReading(IReporter reporter, LogOptions options)
{
    /// <summary>The lines of the attempts that are asked for.</summary>
    public async IAsyncEnumerable<JobLogEvent> ReadAsync(Job job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var readers = new Dictionary<string, LogStreamReader>(StringComparer.Ordinal);
        var interval = TimeSpan.Zero;
        var isLast = job.IsFinished || !options.Follow;
        while (true)
        {
            var news = false;
            foreach (var stream in StreamsOf(job))
            {
                var first = !readers.TryGetValue(stream.Name, out var reader);
                reader ??= readers[stream.Name] = new LogStreamReader(stream, options);
                var events = first && options.Tail is { } count
                    ? reader.ReadTailAsync(count, cancellationToken)
                    : reader.ReadAsync(cancellationToken);
                await foreach (var line in ReportedAsync(events, stream, isLast, cancellationToken))
                {
                    news = true;
                    yield return line;
                }
            }

            if (isLast)
                break;
            interval = job.Connection.Intervals.Next(interval, news, calls: 2);
            await Task.Delay(interval, job.Connection.TimeProvider, cancellationToken);

            // Lines arrive a little after they were written, so a job that has ended is read once more.
            isLast = job.IsFinished;
            var found = await JobDescriptions.DescribeAsync(job.Connection, [job.JobId], cancellationToken);
            if (found.TryGetValue(job.JobId, out var detail))
                job = JobMapping.ToJob(detail, job.Connection);
            else
                isLast = true;
        }

        if (readers.Count == 0)
            reporter.Warning(WithoutLog(job));
    }

    private IReadOnlyList<LogStream> StreamsOf(Job job)
    {
        try
        {
            return LogStream.Of(job, options.Attempt);
        }
        catch (BatchException error) when (error.ErrorId == nameof(Messages.AttemptNotFound))
        {
            reporter.Error(error);
            return [];
        }
    }

    private async IAsyncEnumerable<JobLogEvent> ReportedAsync(
        IAsyncEnumerable<JobLogEvent> events, LogStream stream, bool isLast, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var each = events.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(each, stream, isLast))
            yield return each.Current;
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<JobLogEvent> events, LogStream stream, bool isLast)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (BatchException error) when (error.InnerException is { } cause && ServiceErrors.IsResourceMissing(cause))
        {
            // A stream is made with its first line; that of a running job may still come.
            if (isLast)
            {
                reporter.Warning(Text(
                    Messages.LogStreamMissing, stream.Job.JobId, stream.Name, stream.Job.Status, stream.Group, Reason(stream.Job)));
            }

            return false;
        }
        catch (BatchException error) when (error.Kind is ErrorKind.Denied or ErrorKind.Unavailable or ErrorKind.Timeout or ErrorKind.InvalidInput)
        {
            reporter.Error(error);
            return false;
        }
    }

    private static string WithoutLog(Job job) => job.LogDriver is { } driver
        ? Text(Messages.LogElsewhere, job.JobId, driver)
        : Text(Messages.JobNeverLogged, job.JobId, job.Status, Reason(job));

    private static string Reason(Job job) => (job.Reason ?? job.StatusReason) is { Length: > 0 } reason ? $": {reason.TrimEnd('.')}" : "";

    private static string Text(string format, params object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
