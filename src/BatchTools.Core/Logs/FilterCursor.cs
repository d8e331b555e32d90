using Amazon.CloudWatchLogs.Model;

namespace BatchTools;

/// <summary>Reads the events of a stream that the service's filter lets through, by FilterLogEvents.</summary>
internal sealed class FilterCursor(LogStream stream, LogOptions options) : LogCursor(stream, options)
{
    // The events of the last millisecond that were given: a search that goes on begins with it anew.
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private long? _from = options.Since is { } since ? ServiceTime.ToMilliseconds(since) : null;
    private long _latest = long.MinValue;
    private string? _token;

    /// <inheritdoc/>
    public override async Task<LogPage> NextAsync(int limit, CancellationToken cancellationToken)
    {
        var request = new FilterLogEventsRequest
        {
            LogGroupName = Stream.Group,
            LogStreamNames = [Stream.Name],
            FilterPattern = Options.Filter,
            StartTime = _from,
            // The end counts here, unlike that of GetLogEvents.
            EndTime = Options.Until is { } until ? ServiceTime.ToMilliseconds(until) - 1 : null,
            NextToken = _token,
            Limit = limit,
        };
        var answer = await Call("FilterLogEvents").InvokeAsync(
            cancel => Stream.Job.Connection.Logs.FilterLogEventsAsync(request, cancel), cancellationToken);
        var fresh = (answer.Events ?? []).Where(one => !_given.Contains(one.EventId ?? "")).ToArray();
        _token = answer.NextToken;
        Remember(fresh);
        return new LogPage(
            [.. fresh.Select(ToEvent).Where(one => Options.Wants(one.Message))],
            fresh.Length > 0 ? Time(fresh[^1]) : null, IsEnd: _token is null, IsFull: _token is not null);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<JobLogEvent>> TailAsync(int count, CancellationToken cancellationToken)
    {
        var last = new Queue<JobLogEvent>();
        LogPage page;
        do
        {
            page = await NextAsync(MostInOnePage, cancellationToken);
            foreach (var one in page.Events)
            {
                if (last.Count == count)
                    last.Dequeue();
                last.Enqueue(one);
            }
        }
        while (!page.IsEnd);
        return [.. last];
    }

    // While there is a token the service itself knows the place; a new search begins at the last event's millisecond.
    private void Remember(FilteredLogEvent[] fresh)
    {
        foreach (var one in fresh)
        {
            if (one.Timestamp > _latest)
                _given.Clear();
            _latest = Math.Max(_latest, one.Timestamp ?? _latest);
            if (one.Timestamp == _latest)
                _given.Add(one.EventId ?? "");
        }

        if (_token is null && _latest != long.MinValue)
            _from = _latest;
    }

    private JobLogEvent ToEvent(FilteredLogEvent one) => new(Stream, Time(one), one.Message ?? "");

    private static DateTime Time(FilteredLogEvent one) => DateTimeOffset.FromUnixTimeMilliseconds(one.Timestamp ?? 0).UtcDateTime;
}
