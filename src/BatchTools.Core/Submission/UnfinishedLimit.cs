namespace BatchTools;

/// <summary>Lets a job be submitted only while fewer than so many of this call are unfinished.</summary>
internal sealed class UnfinishedLimit : IAsyncDisposable
{
    private readonly SemaphoreSlim _places;
    private readonly JobWatch _watch;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private Exception? _failure;

    private UnfinishedLimit(int limit, BatchConnection connection, IReporter reporter)
    {
        _places = new SemaphoreSlim(limit, limit);
        _watch = new JobWatch(connection, reporter);
        _watching = WatchAsync();
    }

    /// <summary>The limit; null where there is none.</summary>
    public static UnfinishedLimit? Of(int? limit, BatchConnection connection, IReporter reporter) =>
        limit is { } number ? new UnfinishedLimit(number, connection, reporter) : null;

    /// <summary>Waits until one more job may be submitted, and takes its place.</summary>
    /// <exception cref="BatchException">The state of the jobs can no longer be seen.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        try
        {
            await _places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (_failure is not null && !cancellationToken.IsCancellationRequested)
        {
            throw _failure;
        }
    }

    /// <summary>Gives the place to a job that was submitted; it is free again when the job ends, or vanishes.</summary>
    public void Hold(Job job) => _watch.Add(job);

    /// <summary>Gives the place to a job that is unfinished, else back.</summary>
    public void HoldOrLeave(Job? job)
    {
        if (job is { IsFinished: false })
            Hold(job);
        else
            Leave();
    }

    /// <summary>Gives the place back: nothing was submitted.</summary>
    public void Leave() => _places.Release();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _stop.Dispose();
        _places.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var change in _watch.RunAsync(_stop.Token))
            {
                if (change.IsLast)
                    _places.Release();
            }
        }
        catch (Exception exception) when (!_stop.IsCancellationRequested)
        {
            _failure = exception;
            await _stop.CancelAsync();
        }
    }
}
