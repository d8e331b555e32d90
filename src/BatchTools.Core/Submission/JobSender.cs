using Amazon.Batch.Model;
using BatchTools.Journals;

namespace BatchTools;

/// <summary>
/// Sends one job at the connection's pace, so that the service has it exactly once: SubmitJob has no token that marks a
/// repetition, so a reply that got lost is settled by looking for the job before it is sent again.
/// </summary>
internal sealed class JobSender(BatchConnection connection, IReporter reporter, SubmissionSet set)
{
    private const int ThrottledTries = 12;
    private const int LostReplies = 6;

    // A call that is cut off may leave a job, so it may end after a cancellation.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    /// <summary>Submits a job, unless it was submitted before. A throttled call was not taken, so it is made again, slower.</summary>
    /// <returns>The job; null if it was submitted so long ago that the service no longer keeps it.</returns>
    /// <exception cref="BatchException">The job was refused, or it could not be found out whether it was taken.</exception>
    public async Task<Job?> SendAsync(PreparedJob job, CancellationToken cancellationToken)
    {
        var (claim, entry) = await set.ClaimAsync(job, cancellationToken);
        if (claim == JournalClaim.Known)
            return await set.KnownAsync(entry, cancellationToken);
        var mayBeThere = claim == JournalClaim.TakenUp;
        try
        {
            var response = mayBeThere ? await FindAsync(job, entry, null, cancellationToken) : null;
            for (var lost = 0; response is null; lost++)
            {
                var (answer, failure) = await DeliverAsync(job, cancellationToken);
                mayBeThere |= failure is not null;
                if (failure is not null && (lost == LostReplies || cancellationToken.IsCancellationRequested))
                    throw Uncertain(failure, job);
                response = failure is null ? answer : await FindAsync(job, entry, failure, cancellationToken);
            }

            mayBeThere = true;
            await set.AnswerAsync(entry, response.JobId!);
            return job.ToJob(response, connection);
        }
        catch
        {
            if (mayBeThere)
                set.Leave(entry);
            else
                await set.DropAsync(entry);
            throw;
        }
    }

    // The answer, or how it got lost.
    private async Task<(SubmitJobResponse? Answer, Exception? Lost)> DeliverAsync(PreparedJob job, CancellationToken cancellationToken)
    {
        var call = new ServiceCall(connection, "batch:SubmitJob", job.Request.JobName);
        for (var attempt = 1; ; attempt++)
        {
            await connection.StatusFirst.FreeAsync(cancellationToken);
            await connection.SubmissionRate.WaitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var response = await SubmitAsync(job.Request, cancellationToken);
                connection.SubmissionRate.Accepted();
                return (response, null);
            }
            catch (Exception exception) when (ServiceErrors.IsThrottling(exception) && attempt < ThrottledTries)
            {
                connection.SubmissionRate.Throttled();
                reporter.Verbose($"SubmitJob for '{job.Request.JobName}' was throttled; it is sent again, slower.");
            }
            catch (Exception exception) when (ServiceErrors.IsUncertain(exception))
            {
                return (null, exception);
            }
            catch (Exception exception) when (exception is not BatchException and not OperationCanceledException)
            {
                throw SubmissionErrors.Of(exception, call, job.Request);
            }

            await call.PauseAsync(attempt, cancellationToken);
        }
    }

    // Null: the service does not have the job.
    private async Task<SubmitJobResponse?> FindAsync(PreparedJob job, JournalEntry entry, Exception? lost, CancellationToken cancellationToken)
    {
        try
        {
            return await set.Settlement.FindAsync(entry, job.Request, cancellationToken) is { } jobId
                ? new SubmitJobResponse { JobId = jobId, JobName = job.Request.JobName }
                : null;
        }
        catch (BatchException error)
        {
            throw Uncertain(lost ?? error, job);
        }
    }

    private BatchException Uncertain(Exception cause, PreparedJob job) => BatchException.From(
        cause, nameof(Messages.SubmissionUncertain), ErrorKind.Unavailable, job.Request.JobName,
        job.Request.JobName, OneLine.Of(cause).TrimEnd('.'), ArnName.Of(job.Request.JobQueue), set.Name);

    private async Task<SubmitJobResponse> SubmitAsync(SubmitJobRequest request, CancellationToken cancellationToken)
    {
        using var cutOff = new CancellationTokenSource(Timeout.InfiniteTimeSpan, connection.TimeProvider);
        await using var ending = cancellationToken.Register(() => cutOff.CancelAfter(Grace));
        return await connection.Submission.SubmitJobAsync(request, cutOff.Token);
    }
}
