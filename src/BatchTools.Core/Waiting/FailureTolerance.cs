namespace BatchTools;

/// <summary>Gives a wait up when more jobs have failed than may, and stops the rest if that is asked for.</summary>
internal sealed class FailureTolerance(JobWatch watch, WaitFailures failures, WaitOptions options, IReporter reporter)
{
    private const string Reason = "Too many jobs of the set failed";
    private bool _exceeded;

    /// <summary>Whether to go on waiting after what was just seen.</summary>
    /// <exception cref="BatchException">
    /// Too many failed while more jobs were to come: an error that whoever sends them cannot miss.
    /// </exception>
    public async Task<bool> GoesOnAsync(BatchConnection connection, CancellationToken cancellationToken)
    {
        if (_exceeded || options.MaxFailure is not { } limit || !limit.IsExceeded(watch.Tally.Of(JobStatus.FAILED), Total))
            return true;
        _exceeded = true;
        var isComplete = watch.IsComplete;
        if (options.StopUnfinished)
            await StopAsync(connection, cancellationToken);
        var error = failures.TooMany(limit, options.StopUnfinished);
        if (!isComplete)
            throw error;
        reporter.Error(error);
        return options.StopUnfinished; // those that were stopped still have to end
    }

    private int? Total => watch.IsComplete ? watch.Tally.Total : options.Expected;

    private async Task StopAsync(BatchConnection connection, CancellationToken cancellationToken)
    {
        var unfinished = watch.Unfinished.ToArray().ToStreamAsync(cancellationToken);
        await foreach (var _ in new JobStopper(connection, reporter).StopAsync(unfinished, new StopOptions { Reason = Reason }, cancellationToken))
        {
            // Only the stopping matters; the watch sees them end.
        }
    }
}
