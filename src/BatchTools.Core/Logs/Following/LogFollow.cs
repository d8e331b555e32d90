using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>
/// Follows the logs of many jobs at once, and of their attempts and children as they start. It ends when all jobs have
/// ended and their streams are read to the end.
/// </summary>
internal sealed class LogFollow(BatchConnection home, IReporter reporter, LogOptions options)
{
    private readonly FollowedJobs _jobs = new(home, reporter);
    private readonly FollowedStreams _streams = new(home, reporter, options);

    /// <summary>The lines in the order of time, within a small window; each the moment that no earlier one is to be expected.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobLogEvent>> ReadAsync(
        IAsyncEnumerable<JobReference> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clock = home.TimeProvider;
        var arrivals = new JobArrivals(clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feeding = arrivals.FeedAsync(jobs, stop.Token);
        try
        {
            while (true)
            {
                var isComplete = arrivals.IsComplete;
                _jobs.Add(arrivals.Take());
                await foreach (var job in _jobs.LookAsync(stop.Token))
                    _streams.See(job);
                await _streams.ReadAsync(stop.Token);

                var isOver = isComplete && _jobs.AreOver && _streams.AreOver;
                if (_streams.Take(all: isOver) is { Count: > 0 } lines)
                    yield return lines;
                if (isOver && !arrivals.HasFailed)
                    break;
                if (isOver || (_jobs.AreOver && _streams.AreOver))
                    await arrivals.WaitAsync(stop.Token);
                else if (Earlier(_jobs.Due, _streams.Due) - clock.GetUtcNow() is { Ticks: > 0 } wait)
                    await arrivals.WaitAsync(wait, stop.Token);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
