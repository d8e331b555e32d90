namespace BatchTools;

/// <summary>Lets a job be submitted only while fewer than so many of this call are unfinished.</summary>
internal sealed class UnfinishedLimit : IAsyncDisposable
{
    private readonly SemaphoreSlim places;
    private readonly JobWatch watch;
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;
    private Exception? failure;

    private UnfinishedLimit(int limit, BatchConnection connection, IReporter reporter)
    {
        places = new SemaphoreSlim(limit, limit);
        watch = new JobWatch(connection, reporter);
        watching = WatchAsync();
    }

    /// <summary>The limit; null where there is none.</summary>
    public static UnfinishedLimit? Of(int? limit, BatchConnection connection, IReporter reporter) =>
        limit is { } number ? new UnfinishedLimit(number, connection, reporter) : null;

    /// <summary>Waits until one more job may be submitted, and takes its place.</summary>
    /// <exception cref="BatchException">The state of the jobs can no longer be seen.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        try
        {
            await places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (failure is not null && !cancellationToken.IsCancellationRequested)
        {
            throw failure;
        }
    }

    /// <summary>Gives the place to a job that was submitted; it is free again when the job ends, or vanishes.</summary>
    public void Hold(Job job) => watch.Add(job);

    /// <summary>Gives the place back: nothing was submitted.</summary>
    public void Leave() => places.Release();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        stop.Dispose();
        places.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var change in watch.RunAsync(stop.Token))
            {
                if (change.IsLast)
                    places.Release();
            }
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            failure = exception;
            await stop.CancelAsync();
        }
    }
}
