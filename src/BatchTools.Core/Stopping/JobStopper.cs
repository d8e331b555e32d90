using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Stops jobs: cancels those that have not started, terminates the others.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of jobs that could not be stopped.</param>
public sealed class JobStopper(BatchConnection connection, IReporter reporter)
{
    private const int LongestReason = 1024;
    private const int CallsAtATime = 4;

    /// <summary>Stops jobs; an array job with all its children. A job that has ended already stays as it is.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="options">How to stop.</param>
    /// <param name="cancellationToken">Ends the stopping.</param>
    /// <returns>Each job as it is right after; one that runs takes up to 30 seconds more to end.</returns>
    /// <exception cref="BatchException">The reason is empty or too long.</exception>
    public IAsyncEnumerable<Job> StopAsync(
        IAsyncEnumerable<JobReference> jobs, StopOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Reason.Length is 0 or > LongestReason)
            throw BatchException.For(nameof(Messages.ReasonInvalid), ErrorKind.InvalidInput, options.Reason, options.Reason.Length);
        return StopEachAsync(jobs, options.Reason, cancellationToken);
    }

    private async IAsyncEnumerable<Job> StopEachAsync(
        IAsyncEnumerable<JobReference> jobs, string reason, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in jobs.InChunksAsync(JobDescriptions.MostInOneCall, cancellationToken))
        {
            var before = await LookAsync(chunk, cancellationToken);
            foreach (var missing in chunk.Where(reference => !before.ContainsKey(reference.JobId)))
                reporter.Error(Jobs.NotFound(missing, connection));
            var called = await CallEachAsync(before.Values.Where(job => !job.IsFinished), job => JobStop.IsCancelled(job), reason, cancellationToken);
            var after = await LookAsync(called, cancellationToken);

            // A cancel does nothing to a job that started in the meantime, and says nothing of it.
            var started = after.Values.Where(job => before.TryGetValue(job.JobId, out var was) && JobStop.HasEscaped(was, job)).ToArray();
            if (started.Length > 0)
            {
                var again = await CallEachAsync(started, _ => false, reason, cancellationToken);
                foreach (var (id, job) in await LookAsync(again, cancellationToken))
                    after[id] = job;
            }

            foreach (var job in before.Values)
            {
                if (job.IsFinished)
                    reporter.Verbose($"The job '{job.JobId}' had ended already: {job.Status}.");
                if (job.IsFinished || after.ContainsKey(job.JobId))
                    yield return after.GetValueOrDefault(job.JobId, job);
            }
        }
    }

    private async Task<List<JobReference>> CallEachAsync(
        IEnumerable<Job> jobs, Func<Job, bool> cancels, string reason, CancellationToken cancellationToken)
    {
        var stopped = new List<JobReference>();
        var stopping = jobs.ToArray().ToStreamAsync(cancellationToken)
            .SelectInOrderAsync(CallsAtATime, async (job, token) => (job, await CallAsync(job, cancels(job), reason, token)), cancellationToken);
        await foreach (var (job, error) in stopping)
        {
            if (error is null)
                stopped.Add(job);
            else
                reporter.Error(error);
        }

        return stopped;
    }

    private static async Task<BatchException?> CallAsync(Job job, bool cancel, string reason, CancellationToken cancellationToken)
    {
        var batch = job.Connection.Batch;
        var call = new ServiceCall(job.Connection, cancel ? "batch:CancelJob" : "batch:TerminateJob", job.JobId);
        try
        {
            if (cancel)
                await call.InvokeAsync(token => batch.CancelJobAsync(new CancelJobRequest { JobId = job.JobId, Reason = reason }, token), cancellationToken);
            else
                await call.InvokeAsync(token => batch.TerminateJobAsync(new TerminateJobRequest { JobId = job.JobId, Reason = reason }, token), cancellationToken);
            return null;
        }
        catch (BatchException error) when (error.Kind is ErrorKind.NotFound or ErrorKind.InvalidInput or ErrorKind.Conflict)
        {
            return error;
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
