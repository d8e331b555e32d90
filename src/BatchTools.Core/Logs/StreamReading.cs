using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads one stream to its end, a page ahead of who takes the lines.</summary>
internal static class StreamReading
{
    /// <summary>The wanted lines, page by page; empty pages are left out.</summary>
    /// <exception cref="BatchException">The stream does not exist, or cannot be read.</exception>
    public static IAsyncEnumerable<IReadOnlyList<JobLogEvent>> ReadAsync(
        LogStream stream, LogOptions options, CancellationToken cancellationToken = default) =>
        options.Tail is { } count ? TailAsync(stream, options, count, cancellationToken) : ForwardAsync(stream, options, cancellationToken);

    private static async IAsyncEnumerable<IReadOnlyList<JobLogEvent>> TailAsync(
        LogStream stream, LogOptions options, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = await LogCursor.Open(stream, options).TailAsync(count, cancellationToken);
        if (last.Count > 0)
            yield return last;
    }

    private static async IAsyncEnumerable<IReadOnlyList<JobLogEvent>> ForwardAsync(
        LogStream stream, LogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = LogCursor.Open(stream, options);
        var left = options.Head ?? int.MaxValue;
        // Of few first lines no more is read than they may take; with a pattern nobody knows how far they are.
        var limit = options.Pattern is null ? Math.Min(left, LogCursor.MostInOnePage) : LogCursor.MostInOnePage;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = cursor.NextAsync(limit, stop.Token);
        try
        {
            while (true)
            {
                var page = await next;
                var events = page.Events.Count > left ? page.Events.Take(left).ToArray() : page.Events;
                left -= events.Count;
                var isLast = page.IsEnd || left == 0;
                if (!isLast)
                    next = cursor.NextAsync(limit, stop.Token);
                if (events.Count > 0)
                    yield return events;
                if (isLast)
                    break;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)next).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
