using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads the logs of jobs: as they are, of each attempt in its order, or as they are written, in the order of time.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of jobs without a log, with the reason for it.</param>
public sealed class JobLogs(BatchConnection connection, IReporter reporter)
{
    private const int BundlesAtATime = 4;
    private const int PagesAhead = 2;

    /// <summary>Reads logs: jobs in the order asked for, an array job's children one after the other; or follows them all at once.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="options">Which part of the logs.</param>
    /// <param name="cancellationToken">Ends the reading; the jobs go on.</param>
    /// <returns>The lines. A job that has no log is a warning; one whose log cannot be read is reported.</returns>
    public async IAsyncEnumerable<JobLogEvent> ReadAsync(
        IAsyncEnumerable<JobReference> jobs, LogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in ReadPagesAsync(jobs, options, cancellationToken))
        {
            foreach (var line in page)
                yield return line;
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, many lines at a time.</summary>
    internal IAsyncEnumerable<IReadOnlyList<JobLogEvent>> ReadPagesAsync(
        IAsyncEnumerable<JobReference> jobs, LogOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        LogOptions.Checked(options);
        if (options.Follow)
            return new LogFollow(connection, reporter, options).ReadAsync(jobs, cancellationToken);

        var reading = new BundleReading(reporter, options);
        return new LogJobs(connection, reporter).SingleAsync(jobs, cancellationToken)
            .InChunksAsync(LogJobs.PartsTogether, cancellationToken)
            .SelectManyInOrderAsync(BundlesAtATime, PagesAhead, reading.ReadAsync, cancellationToken);
    }
}
