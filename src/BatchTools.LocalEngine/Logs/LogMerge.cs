namespace BatchTools.LocalEngine.Logs;

/// <summary>
/// Brings the events of many streams into the order of their times. Chunks come sorted by their earliest event, so only
/// those that overlap are open at once.
/// </summary>
internal static class LogMerge
{
    /// <summary>The events of some streams, by time, then stream, then place.</summary>
    /// <param name="chunks">Chunks by their earliest event.</param>
    /// <param name="isWanted">Whether a stream's events are wanted.</param>
    /// <param name="range">The times that are wanted.</param>
    public static IEnumerable<LogEvent> Merge(IEnumerable<Chunk> chunks, Func<long, bool> isWanted, LogTimeRange range)
    {
        var open = new PriorityQueue<IEnumerator<LogEvent>, (long Timestamp, long Position)>();
        foreach (var chunk in chunks)
        {
            if (!isWanted(LogPosition.Stream(chunk.Id)))
                continue;
            while (open.TryPeek(out _, out var next) && next.Timestamp < chunk.Earliest)
                yield return Take(open, range);
            Open(open, chunk.Read().GetEnumerator(), range);
        }

        while (open.Count > 0)
            yield return Take(open, range);
    }

    private static LogEvent Take(PriorityQueue<IEnumerator<LogEvent>, (long Timestamp, long Position)> open, LogTimeRange range)
    {
        var events = open.Dequeue();
        var first = events.Current;
        Open(open, events, range);
        return first;
    }

    // Puts a chunk back at its next wanted event; one without is done.
    private static void Open(
        PriorityQueue<IEnumerator<LogEvent>, (long Timestamp, long Position)> open, IEnumerator<LogEvent> events, LogTimeRange range)
    {
        while (events.MoveNext())
        {
            if (range.Contains(events.Current.Timestamp))
            {
                open.Enqueue(events, (events.Current.Timestamp, events.Current.Position));
                return;
            }
        }
    }
}
