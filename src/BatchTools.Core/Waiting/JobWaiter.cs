using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Waits for jobs to end, thousands at a time; waiting for an array job costs as much as for one job.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of progress, of jobs that vanished, of too many failures, and of the time limit.</param>
public sealed class JobWaiter(BatchConnection connection, IReporter reporter)
{
    private const int NamedInTimeout = 3;

    /// <summary>Waits from the first job on, while more may come, and gives each as it ends.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="cancellationToken">Ends the waiting; the jobs go on.</param>
    /// <returns>The jobs as they end, with their full description. When the time limit runs out, that is reported.</returns>
    /// <exception cref="BatchException">More jobs failed than may, while more were to come.</exception>
    public async IAsyncEnumerable<Job> WaitAsync(
        IAsyncEnumerable<JobReference> jobs, WaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        var watch = new JobWatch(connection, reporter, new WaitGoal(options.Until), options.MissingAfter);
        var failures = new WaitFailures(watch);
        var tolerance = new FailureTolerance(watch, failures, options, reporter);
        var progress = new WaitProgress(watch, reporter, connection.TimeProvider, options.Expected);
        using var limit = new CancellationTokenSource(options.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan, connection.TimeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var feeding = watch.FeedAsync(jobs, stop.Token);
        try
        {
            await using var changes = watch.RunAsync(stop.Token).GetAsyncEnumerator(CancellationToken.None);
            while (await NextAsync(changes))
            {
                var change = changes.Current;
                progress.Report();
                if (change.Job is null)
                    reporter.Error(Vanished(change.Reference, options));
                else if (change.IsLast)
                    yield return Taken(change.Job, failures);
                if (change is { Job: not null, IsLast: true } && options.Any)
                    break;
                if (!await tolerance.GoesOnAsync(connection, cancellationToken))
                    break;
            }
        }
        finally
        {
            progress.Complete();
            reporter.Verbose($"Waited for {watch.Tally.Total} job(s) with {watch.StatusCalls} status call(s) in {watch.Polls} poll(s), at most {watch.MostCallsInAPoll} in one.");
            await stop.CancelAsync();
            await feeding;
        }

        if (options.ErrorOnFailure && failures.Summary() is { } error)
            reporter.Error(error);

        async Task<bool> NextAsync(IAsyncEnumerator<JobChange> changes)
        {
            try
            {
                return await changes.MoveNextAsync();
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                reporter.Error(TimedOut(watch, options.Timeout!.Value));
                return false;
            }
        }
    }

    private static Job Taken(Job job, WaitFailures failures)
    {
        failures.Add(job);
        return job;
    }

    private BatchException Vanished(JobReference job, WaitOptions options) => BatchException.For(
        nameof(Messages.JobVanished), ErrorKind.NotFound, job.JobId, job.JobId,
        options.MissingAfter ?? (job.Connection ?? connection).Intervals.MissingAfter);

    private static BatchException TimedOut(JobWatch watch, TimeSpan timeout)
    {
        var unfinished = watch.Unfinished.ToArray();
        var named = unfinished.Take(NamedInTimeout).Select(job => job.Job is { } known ? $"{known.JobName} ({job.JobId})" : job.JobId);
        return BatchException.For(
            nameof(Messages.WaitTimedOut), ErrorKind.Timeout, unfinished.Select(job => job.JobId).ToArray(),
            unfinished.Length, watch.Tally.Total, timeout, string.Join(", ", named));
    }
}
