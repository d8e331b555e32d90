using Amazon.CloudWatchLogs.Model;

namespace BatchTools;

/// <summary>Reads the lines of many streams of one group together, by FilterLogEvents, as long as they are few.</summary>
internal sealed class StreamSearch
{
    /// <summary>The names that one call takes.</summary>
    public const int MostNames = 100;

    private const int MostLines = 20_000;
    private const int FewestCalls = 2;
    private const int MostCalls = 10;

    private readonly LogStream[] _streams;
    private readonly LogOptions _options;
    private readonly FilterLogEventsRequest _request;

    private StreamSearch(LogStream[] streams, LogOptions options, FilterLogEventsRequest request)
    {
        _streams = streams;
        _options = options;
        _request = request;
    }

    /// <summary>A search that names its streams.</summary>
    public static StreamSearch ByNames(LogStream[] streams, LogOptions options) =>
        new(streams, options, Request(streams, options, request => request.LogStreamNames = [.. streams.Select(stream => stream.Name)]));

    /// <summary>A search of all streams whose names begin as these; null if these do not begin alike.</summary>
    public static StreamSearch? ByPrefix(LogStream[] streams, LogOptions options)
    {
        var prefixes = streams.Select(stream => stream.Name[..(stream.Name.LastIndexOf('/') + 1)]).Distinct(StringComparer.Ordinal).ToArray();
        return prefixes is [{ Length: > 0 } prefix]
            ? new(streams, options, Request(streams, options, request => request.LogStreamNamePrefix = prefix))
            : null;
    }

    /// <summary>The wanted lines of each stream that has any line; null if there are too many for a few calls.</summary>
    public async Task<Dictionary<string, IReadOnlyList<JobLogEvent>>?> RunAsync(CancellationToken cancellationToken)
    {
        var connection = _streams[0].Job.Connection;
        var found = _streams.DistinctBy(stream => stream.Name).ToDictionary(stream => stream.Name, stream => (Stream: stream, Lines: (List<JobLogEvent>?)null), StringComparer.Ordinal);
        var calls = Math.Clamp(_streams.Length / MostNames, FewestCalls, MostCalls);
        var lines = 0;
        do
        {
            if (calls-- == 0)
                return null;
            var page = await new ServiceCall(connection, "logs:FilterLogEvents", _streams[0].Group) { Rate = connection.LogRate }
                .InvokeAsync(token => connection.Logs.FilterLogEventsAsync(_request, token), cancellationToken);
            foreach (var one in page.Events ?? [])
            {
                if (!found.TryGetValue(one.LogStreamName ?? "", out var entry))
                    continue;
                var kept = entry.Lines;
                if (kept is null)
                    found[entry.Stream.Name] = (entry.Stream, kept = []);
                if (_options.Wants(one.Message ?? ""))
                    kept.Add(new JobLogEvent(entry.Stream, DateTimeOffset.FromUnixTimeMilliseconds(one.Timestamp ?? 0).UtcDateTime, one.Message ?? ""));
                if (++lines > MostLines)
                    return null;
            }

            _request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(_request.NextToken));
        return found.Values.Where(entry => entry.Lines is not null)
            .ToDictionary(entry => entry.Stream.Name, entry => (IReadOnlyList<JobLogEvent>)entry.Lines!, StringComparer.Ordinal);
    }

    // The jobs' own times keep others of the same names out; clocks may differ a little.
    private static FilterLogEventsRequest Request(LogStream[] streams, LogOptions options, Action<FilterLogEventsRequest> choose)
    {
        var first = streams.Min(stream => stream.Job.CreatedAt);
        var last = streams.Max(stream => stream.Job.StoppedAt);
        var request = new FilterLogEventsRequest
        {
            LogGroupName = streams[0].Group,
            FilterPattern = options.Filter,
            StartTime = (options.Since ?? first?.AddMinutes(-5)) is { } since ? ServiceTime.ToMilliseconds(since) : null,
            EndTime = options.Until is { } until ? ServiceTime.ToMilliseconds(until) - 1 : last is { } end ? ServiceTime.ToMilliseconds(end.AddMinutes(5)) : null,
        };
        choose(request);
        return request;
    }
}
