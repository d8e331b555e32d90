using Amazon.CloudWatchLogs.Model;

namespace BatchTools;

/// <summary>Reads all events of a stream, by GetLogEvents.</summary>
internal sealed class EventCursor(LogStream stream, LogOptions options) : LogCursor(stream, options)
{
    // CloudWatch ends a page at 1 MiB; one that has nearly as much is followed by more.
    private const int NearlyFull = 900_000;
    private string? _token;

    /// <inheritdoc/>
    public override async Task<LogPage> NextAsync(int limit, CancellationToken cancellationToken)
    {
        var page = await PageAsync(startFromHead: true, _token, limit, cancellationToken);
        var events = page.Events ?? [];
        // The end is where the token repeats; an empty page is not the end.
        var isEnd = page.NextForwardToken is null || page.NextForwardToken == _token;
        _token = page.NextForwardToken ?? _token;
        return new LogPage(
            Wanted(events), events.Count > 0 ? events[^1].Timestamp : null, isEnd,
            events.Count >= limit || events.Sum(one => one.Message?.Length ?? 0) > NearlyFull);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<JobLogEvent>> TailAsync(int count, CancellationToken cancellationToken)
    {
        var pages = new Stack<List<JobLogEvent>>();
        var left = count;
        string? backward = null;
        while (left > 0)
        {
            var size = Options.Pattern is null ? Math.Min(left, MostInOnePage) : MostInOnePage;
            var page = await PageAsync(startFromHead: false, backward, size, cancellationToken);
            _token ??= page.NextForwardToken;
            var wanted = Wanted(page.Events ?? []);
            pages.Push(wanted.Count > left ? wanted[^left..] : wanted);
            left -= pages.Peek().Count;
            if (page.NextBackwardToken is null || page.NextBackwardToken == backward)
                break;
            backward = page.NextBackwardToken;
        }

        return [.. pages.SelectMany(page => page)];
    }

    private List<JobLogEvent> Wanted(List<OutputLogEvent> events)
    {
        var wanted = new List<JobLogEvent>(events.Count);
        foreach (var one in events)
        {
            if (Options.Wants(one.Message ?? ""))
                wanted.Add(new JobLogEvent(Stream, one.Timestamp ?? default, one.Message ?? ""));
        }

        return wanted;
    }

    private Task<GetLogEventsResponse> PageAsync(bool startFromHead, string? from, int limit, CancellationToken cancellationToken)
    {
        var request = new GetLogEventsRequest
        {
            LogGroupName = Stream.Group,
            LogStreamName = Stream.Name,
            StartFromHead = startFromHead,
            NextToken = from,
            Limit = limit,
            StartTime = Options.Since?.ToUniversalTime(),
            EndTime = Options.Until?.ToUniversalTime(),
        };
        return Call("GetLogEvents").InvokeAsync(cancel => Stream.Job.Connection.Logs.GetLogEventsAsync(request, cancel), cancellationToken);
    }
}
