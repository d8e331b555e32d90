using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>
/// Makes the calls that stop jobs: 50 jobs a call where the service has the newer operations for many, else one a call.
/// </summary>
internal sealed class StopCalls(IReporter reporter, string reason)
{
    private const int MostInOneCall = 50;
    private const int CallsAtATime = 4;

    /// <summary>Cancels or terminates each job; one that is refused is reported.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="cancels">Whether a job is cancelled; else it is terminated.</param>
    /// <param name="cancellationToken">Ends the calling.</param>
    /// <returns>The jobs that the service took the call for.</returns>
    public async Task<IReadOnlyList<JobReference>> CallAsync(IEnumerable<Job> jobs, Func<Job, bool> cancels, CancellationToken cancellationToken)
    {
        var calls = jobs.GroupBy(job => (job.Connection, Cancel: cancels(job)))
            .SelectMany(group => group.Chunk(MostInOneCall).Select(chunk => (group.Key.Cancel, Jobs: chunk)))
            .ToArray();
        var called = new List<JobReference>();
        var answers = calls.ToStreamAsync(cancellationToken)
            .SelectInOrderAsync(CallsAtATime, (call, token) => CallAsync(call.Jobs, call.Cancel, token), cancellationToken);
        await foreach (var taken in answers)
            called.AddRange(taken);
        return called;
    }

    private async Task<IEnumerable<JobReference>> CallAsync(Job[] jobs, bool cancel, CancellationToken cancellationToken)
    {
        var connection = jobs[0].Connection;
        if (jobs.Length > 1 && !connection.LacksBulkStop)
        {
            try
            {
                return await CallTogetherAsync(connection, jobs, cancel, cancellationToken);
            }
            catch (BatchException error) when (ServiceErrors.IsOperationMissing(error))
            {
                connection.LacksBulkStop = true;
                reporter.Verbose($"Stopping many jobs in one call is not to be had here ({error.InnerException?.Message}); they are stopped one by one.");
            }
        }

        var taken = new List<JobReference>();
        foreach (var job in jobs)
        {
            if (await CallOneAsync(job, cancel, cancellationToken))
                taken.Add(job);
        }

        return taken;
    }

    private async Task<IEnumerable<JobReference>> CallTogetherAsync(BatchConnection connection, Job[] jobs, bool cancel, CancellationToken cancellationToken)
    {
        var ids = jobs.Select(job => job.JobId).ToList();
        var call = new ServiceCall(connection, cancel ? "batch:CancelJobs" : "batch:TerminateJobs", $"{ids.Count} jobs");
        var errors = cancel
            ? (await call.InvokeAsync(token => connection.Batch.CancelJobsAsync(new CancelJobsRequest { Jobs = ids, Reason = reason }, token), cancellationToken)).Errors
            : (await call.InvokeAsync(token => connection.Batch.TerminateJobsAsync(new TerminateJobsRequest { Jobs = ids, Reason = reason }, token), cancellationToken)).Errors;
        foreach (var error in errors ?? [])
            reporter.Error(BatchException.For(nameof(Messages.ServiceRefused), ErrorKind.InvalidInput, error.Job, call.Operation, error.Job, error.Message));
        var refused = (errors ?? []).Select(error => error.Job).ToHashSet(StringComparer.Ordinal);
        return jobs.Where(job => !refused.Contains(job.JobId)).Select(JobReference.To);
    }

    private async Task<bool> CallOneAsync(Job job, bool cancel, CancellationToken cancellationToken)
    {
        var batch = job.Connection.Batch;
        var call = new ServiceCall(job.Connection, cancel ? "batch:CancelJob" : "batch:TerminateJob", job.JobId);
        try
        {
            if (cancel)
                await call.InvokeAsync(token => batch.CancelJobAsync(new CancelJobRequest { JobId = job.JobId, Reason = reason }, token), cancellationToken);
            else
                await call.InvokeAsync(token => batch.TerminateJobAsync(new TerminateJobRequest { JobId = job.JobId, Reason = reason }, token), cancellationToken);
            return true;
        }
        catch (BatchException error) when (error.Kind is ErrorKind.NotFound or ErrorKind.InvalidInput or ErrorKind.Conflict)
        {
            reporter.Error(error);
            return false;
        }
    }
}
