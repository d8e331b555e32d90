using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchTools;

/// <summary>Sends prepared jobs, several at a time, within the call's limit of unfinished jobs.</summary>
/// <param name="connection">Where to.</param>
/// <param name="reporter">Hears of jobs that were not submitted, and of progress.</param>
/// <param name="options">How.</param>
/// <param name="set">What the jobs belong to.</param>
/// <param name="whole">A limit that the call shares with others; null: none.</param>
internal sealed class JobDispatch(BatchConnection connection, IReporter reporter, SubmitOptions options, SubmissionSet set, UnfinishedLimit? whole = null)
{
    private const int CallsAtATime = 16;

    // No pace holds it up, and what comes together goes to disk together.
    private const int LocalCallsAtATime = 32;

    private readonly JobSender _sender = new(connection, reporter, set);

    /// <summary>Sends jobs as they come, and gives each the moment the service took it.</summary>
    public async IAsyncEnumerable<Job> SendAsync(
        IAsyncEnumerable<PreparedJob> jobs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var progress = new SubmitProgress(reporter, options.Expected);
        var accepted = Channel.CreateBounded<Job>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAllAsync(jobs, accepted.Writer, stop.Token);
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
        IAsyncEnumerable<PreparedJob> jobs, ChannelWriter<Job> accepted, CancellationToken cancellationToken)
    {
        try
        {
            await using var limit = UnfinishedLimit.Of(options.ThrottleLimit, connection, reporter);
            var calls = connection.Kind == BatchConnectionKind.Local ? LocalCallsAtATime : CallsAtATime;
            var parallel = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Min(calls, options.ThrottleLimit ?? calls),
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(jobs, parallel, (job, token) => SendOneAsync(job, limit, accepted, token));
            accepted.Complete();
        }
        catch (Exception exception)
        {
            accepted.Complete(exception);
        }
    }

    private async ValueTask SendOneAsync(
        PreparedJob job, UnfinishedLimit? limit, ChannelWriter<Job> accepted, CancellationToken cancellationToken)
    {
        await (limit?.EnterAsync(cancellationToken) ?? Task.CompletedTask);
        await (whole?.EnterAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            var submitted = await _sender.SendAsync(job, cancellationToken);
            limit?.HoldOrLeave(submitted);
            whole?.HoldOrLeave(submitted);
            if (submitted is not null)
                await HandOnAsync(submitted, accepted, cancellationToken);
        }
        catch (BatchException error) when (SubmissionErrors.IsOfItem(error))
        {
            limit?.Leave();
            whole?.Leave();
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
