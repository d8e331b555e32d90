using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchTools;

/// <summary>Submits jobs: checked first, at the connection's pace, each only once.</summary>
/// <param name="connection">Where to submit to.</param>
/// <param name="reporter">Hears of jobs that were not submitted, and of the progress.</param>
public sealed class JobSubmission(BatchConnection connection, IReporter reporter)
{
    private const int CallsAtATime = 8;

    /// <summary>Checks and submits each request as it comes. A bad one is reported, and the others go on.</summary>
    /// <param name="requests">The jobs; as they come.</param>
    /// <param name="options">How to submit.</param>
    /// <param name="cancellationToken">Ends the submission; jobs that were submitted go on.</param>
    /// <returns>Each job the moment the service took it.</returns>
    /// <exception cref="BatchException">Nothing more can be submitted: no permission, no connection.</exception>
    public IAsyncEnumerable<Job> SubmitAsync(
        IAsyncEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        JobPreparation.Check(options);
        return SendAsync(
            new JobPreparation(connection, reporter, options).PrepareAsync(requests, cancellationToken), options, cancellationToken);
    }

    /// <summary>
    /// Checks all requests before the first is submitted. If one is bad, all that are bad are reported and none is
    /// submitted.
    /// </summary>
    /// <param name="requests">The jobs.</param>
    /// <param name="options">How to submit.</param>
    /// <param name="cancellationToken">Ends the submission; jobs that were submitted go on.</param>
    /// <returns>Each job the moment the service took it.</returns>
    /// <exception cref="BatchException">Nothing more can be submitted: no permission, no connection.</exception>
    public async IAsyncEnumerable<Job> SubmitAsync(
        IReadOnlyList<JobRequest> requests, SubmitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        JobPreparation.Check(options);
        var preparation = new JobPreparation(connection, reporter, options);
        var sound = true;
        await foreach (var error in CheckAsync(requests, preparation, cancellationToken))
        {
            sound = false;
            reporter.Error(error);
        }

        if (!sound)
            yield break;
        var known = options with { Expected = options.Expected ?? requests.Count };
        await foreach (var job in SendAsync(preparation.PrepareAsync(requests.ToStreamAsync(cancellationToken), cancellationToken), known, cancellationToken))
            yield return job;
    }

    /// <summary>Checks requests without submitting them.</summary>
    /// <param name="requests">The jobs.</param>
    /// <param name="options">How they would be submitted.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What is wrong with them, each problem once; nothing if they can be submitted.</returns>
    public IAsyncEnumerable<BatchException> CheckAsync(
        IEnumerable<JobRequest> requests, SubmitOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        JobPreparation.Check(options);
        return CheckAsync(requests, new JobPreparation(connection, reporter, options), cancellationToken);
    }

    private static async IAsyncEnumerable<BatchException> CheckAsync(
        IEnumerable<JobRequest> requests, JobPreparation preparation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var problems = new Problems();
        foreach (var request in requests)
        {
            BatchException? problem = null;
            try
            {
                await preparation.PrepareAsync(request, cancellationToken);
            }
            catch (BatchException error) when (SubmissionErrors.IsOfItem(error))
            {
                problem = error;
            }

            if (problem is not null && problems.IsNew(problem))
                yield return problem;
        }
    }

    private async IAsyncEnumerable<Job> SendAsync(
        IAsyncEnumerable<PreparedJob> jobs, SubmitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new SubmitProgress(reporter, options.Expected);
        var accepted = Channel.CreateBounded<Job>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAllAsync(jobs, options, accepted.Writer, stop.Token);
        try
        {
            await foreach (var job in accepted.Reader.ReadAllAsync(cancellationToken))
            {
                progress.Submitted();
                yield return job;
            }
        }
        finally
        {
            progress.Complete();
            await stop.CancelAsync();
            await sending;
        }
    }

    private async Task SendAllAsync(
        IAsyncEnumerable<PreparedJob> jobs, SubmitOptions options, ChannelWriter<Job> accepted, CancellationToken cancellationToken)
    {
        try
        {
            await using var limit = UnfinishedLimit.Of(options.ThrottleLimit, connection, reporter);
            var sender = new JobSender(connection, reporter);
            var parallel = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Min(CallsAtATime, options.ThrottleLimit ?? CallsAtATime),
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(jobs, parallel, (job, token) => SendOneAsync(job, sender, limit, accepted, token));
            accepted.Complete();
        }
        catch (Exception exception)
        {
            accepted.Complete(exception);
        }
    }

    private async ValueTask SendOneAsync(
        PreparedJob job, JobSender sender, UnfinishedLimit? limit, ChannelWriter<Job> accepted, CancellationToken cancellationToken)
    {
        await (limit?.EnterAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            var submitted = await sender.SendAsync(job, cancellationToken);
            limit?.Hold(submitted);
            await HandOnAsync(submitted, accepted, cancellationToken);
        }
        catch (BatchException error) when (SubmissionErrors.IsOfItem(error))
        {
            limit?.Leave();
            reporter.Error(error);
        }
    }

    private async Task HandOnAsync(Job job, ChannelWriter<Job> accepted, CancellationToken cancellationToken)
    {
        try
        {
            await accepted.WriteAsync(job, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Nobody takes it any more, yet it runs: at least its id is told.
            reporter.Warning(string.Format(CultureInfo.InvariantCulture, Messages.SubmittedWhileStopping, job.JobName, job.JobId));
            throw;
        }
    }
}
