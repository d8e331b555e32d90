using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Stops jobs: cancels those that have not started, terminates the others.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of jobs that could not be stopped.</param>
public sealed class JobStopper(BatchConnection connection, IReporter reporter)
{
    private const int LongestReason = 1024;

    /// <summary>Stops jobs; an array job with all its children. A job that has ended already stays as it is.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="options">How to stop.</param>
    /// <param name="cancellationToken">Ends the stopping.</param>
    /// <returns>
    /// Each job as it is right after, one that runs taking up to 30 seconds more to end; or, if the end is waited for, each as it
    /// ends.
    /// </returns>
    /// <exception cref="BatchException">The reason is empty or too long.</exception>
    public IAsyncEnumerable<Job> StopAsync(
        IAsyncEnumerable<JobReference> jobs, StopOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Reason.Length is 0 or > LongestReason)
            throw BatchException.For(nameof(Messages.ReasonInvalid), ErrorKind.InvalidInput, options.Reason, options.Reason.Length);
        var stopped = StopEachAsync(jobs, options.Reason, cancellationToken);
        return options.Wait ? WaitAsync(stopped, cancellationToken) : stopped;
    }

    private async IAsyncEnumerable<Job> StopEachAsync(
        IAsyncEnumerable<JobReference> jobs, string reason, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calls = new StopCalls(reporter, reason);
        await foreach (var chunk in jobs.InChunksAsync(JobDescriptions.MostInOneCall, cancellationToken))
        {
            var before = await LookAsync(chunk, cancellationToken);
            foreach (var missing in chunk.Where(reference => !before.ContainsKey(reference.JobId)))
                reporter.Error(Jobs.NotFound(missing, connection));
            var called = await calls.CallAsync(before.Values.Where(job => !job.IsFinished), JobStop.IsCancelled, cancellationToken);
            var after = await LookAsync(called, cancellationToken);

            // A cancel does nothing to a job that started in the meantime, and says nothing of it.
            var started = after.Values.Where(job => before.TryGetValue(job.JobId, out var was) && JobStop.HasEscaped(was, job)).ToArray();
            if (started.Length > 0)
            {
                var again = await calls.CallAsync(started, _ => false, cancellationToken);
                foreach (var (id, job) in await LookAsync(again, cancellationToken))
                    after[id] = job;
            }

            foreach (var job in before.Values)
            {
                if (job.IsFinished)
                    reporter.Verbose($"The job '{job.JobId}' had ended already: {job.Status}.");
                if (after.TryGetValue(job.JobId, out var stopped))
                    stopped.PreviousStatusReason = job.StatusReason;
                if (job.IsFinished || stopped is not null)
                    yield return stopped ?? job;
            }
        }
    }

    private async IAsyncEnumerable<Job> WaitAsync(
        IAsyncEnumerable<Job> stopped, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reasons = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        var references = stopped.SelectAsync(
            job =>
            {
                reasons[job.JobId] = job.PreviousStatusReason;
                return JobReference.To(job);
            },
            cancellationToken);
        await foreach (var job in new JobWaiter(connection, reporter).WaitAsync(references, new WaitOptions(), cancellationToken))
        {
            job.PreviousStatusReason ??= reasons.GetValueOrDefault(job.JobId);
            yield return job;
        }
    }

    private async Task<Dictionary<string, Job>> LookAsync(IReadOnlyList<JobReference> jobs, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Job>(StringComparer.Ordinal);
        await foreach (var (reference, job) in JobDescriptions.ReadAsync(connection, jobs.ToStreamAsync(cancellationToken), cancellationToken))
        {
            if (job is not null)
                found[reference.JobId] = job;
        }

        return found;
    }
}
