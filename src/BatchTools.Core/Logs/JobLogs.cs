using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads the logs of jobs, of each attempt in its order, an array job's children one after the other.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of jobs without a log, with the reason for it.</param>
public sealed class JobLogs(BatchConnection connection, IReporter reporter)
{
    private const int JobsAtATime = 4;

    /// <summary>Reads logs, jobs in the order asked for.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="options">Which part of the logs.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The lines. A job that has no log is a warning; one whose log cannot be read is reported.</returns>
    public IAsyncEnumerable<JobLogEvent> ReadAsync(
        IAsyncEnumerable<JobReference> jobs, LogOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        var reading = new JobLogReading(reporter, options);
        return SingleJobsAsync(jobs, cancellationToken)
            .SelectManyInOrderAsync(JobsAtATime, reading.ReadAsync, cancellationToken);
    }

    private async IAsyncEnumerable<Job> SingleJobsAsync(
        IAsyncEnumerable<JobReference> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, jobs, cancellationToken))
        {
            if (job is null)
            {
                reporter.Error(Jobs.NotFound(reference, connection));
            }
            else if (job.ArraySize is null)
            {
                yield return job;
            }
            else
            {
                var children = new ArrayChildren(connection, reporter)
                    .NamesAsync(new[] { JobReference.To(job) }.ToStreamAsync(cancellationToken), [], cancellationToken);
                await foreach (var (_, child) in JobDescriptions.ReadAsync(connection, children, cancellationToken))
                {
                    if (child is not null)
                        yield return child;
                }
            }
        }
    }
}
