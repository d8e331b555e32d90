using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Sends one job at the connection's pace, and only once: SubmitJob has no token that marks a repetition.</summary>
internal sealed class JobSender(BatchConnection connection, IReporter reporter)
{
    private const int ThrottledTries = 12;

    // A call that is cut off leaves a job that nobody knows of, so it may end after a cancellation.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    /// <summary>Submits a job. A throttled call was not taken, so it is made again, slower.</summary>
    /// <exception cref="BatchException">The job was refused, or it is not known whether it was taken.</exception>
    public async Task<Job> SendAsync(PreparedJob job, CancellationToken cancellationToken)
    {
        var call = new ServiceCall(connection, "batch:SubmitJob", job.Request.JobName);
        for (var attempt = 1; ; attempt++)
        {
            await connection.SubmissionRate.WaitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var response = await SubmitAsync(job.Request, cancellationToken);
                connection.SubmissionRate.Accepted();
                return job.ToJob(response, connection);
            }
            catch (Exception exception) when (ServiceErrors.IsThrottling(exception) && attempt < ThrottledTries)
            {
                connection.SubmissionRate.Throttled();
                reporter.Verbose($"SubmitJob for '{job.Request.JobName}' was throttled; it is sent again, slower.");
            }
            catch (Exception exception) when (ServiceErrors.IsUncertain(exception))
            {
                throw BatchException.From(
                    exception, nameof(Messages.SubmissionUncertain), ErrorKind.Unavailable, job.Request.JobName,
                    job.Request.JobName, OneLine.Of(exception).TrimEnd('.'), ArnName.Of(job.Request.JobQueue));
            }
            catch (Exception exception) when (exception is not BatchException and not OperationCanceledException)
            {
                throw ServiceErrors.Map(exception, call);
            }

            await call.PauseAsync(attempt, cancellationToken);
        }
    }

    private async Task<SubmitJobResponse> SubmitAsync(SubmitJobRequest request, CancellationToken cancellationToken)
    {
        using var cutOff = new CancellationTokenSource(Timeout.InfiniteTimeSpan, connection.TimeProvider);
        await using var ending = cancellationToken.Register(() => cutOff.CancelAfter(Grace));
        return await connection.Submission.SubmitJobAsync(request, cutOff.Token);
    }
}
