using System.Threading.Channels;

namespace BatchTools;

/// <summary>The jobs that a watch was given and has not taken yet.</summary>
internal sealed class JobArrivals(TimeProvider clock)
{
    private readonly Channel<JobReference> _jobs = Channel.CreateUnbounded<JobReference>();

    /// <summary>Whether no more jobs can come.</summary>
    public bool IsComplete => _jobs.Reader.Completion.IsCompleted;

    /// <summary>Whether the source of the jobs broke.</summary>
    public bool HasFailed => _jobs.Reader.Completion is { IsCompleted: true, IsCompletedSuccessfully: false };

    /// <summary>Adds a job.</summary>
    public void Add(JobReference job) => _jobs.Writer.TryWrite(job);

    /// <summary>Tells that no more jobs will come, or why the source of them failed.</summary>
    public void Complete(Exception? error) => _jobs.Writer.TryComplete(error);

    /// <summary>Adds the jobs of a source until it ends or breaks.</summary>
    public async Task FeedAsync(IAsyncEnumerable<JobReference> jobs, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var job in jobs.WithCancellation(cancellationToken))
                Add(job);
            Complete(null);
        }
        catch (Exception exception)
        {
            Complete(exception);
        }
    }

    /// <summary>Takes the jobs that are there.</summary>
    public IEnumerable<JobReference> Take()
    {
        while (_jobs.Reader.TryRead(out var job))
            yield return job;
    }

    /// <summary>Waits for a job; false if none can come. Throws what broke the source.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _jobs.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Waits for a job, for so long at most.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var first = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Timers count whole milliseconds, and drop what is less.
        var time = Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(atMost.TotalMilliseconds)), clock, first.Token);
        if (IsComplete)
        {
            await time;
            return;
        }

        var arrival = WaitAsync(first.Token).AsTask();
        var ended = await Task.WhenAny(time, arrival);
        await first.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (ended == arrival)
            await arrival;
    }
}
