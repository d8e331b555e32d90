using System.Globalization;
using System.Text;
using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Logs.Filtering;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

internal sealed partial class LocalLogsApi
{
    // A page that finds little ends after so many events; its token goes on from there, as on AWS.
    private const int MostScanned = 500_000;

    public override async Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken)
    {
        await logs.WhenDurableAsync();
        var group = FindGroup(request.LogGroupName, request.LogGroupIdentifier);
        if (request is { LogStreamNames: not null, LogStreamNamePrefix: not null })
            throw ServiceError.InvalidParameter("Give logStreamNames or logStreamNamePrefix, not both.");
        var pattern = ReadPattern(request.FilterPattern);
        var (afterTime, afterPosition) = ReadFilterToken(request.NextToken);
        var range = Range(Math.Max(request.StartTime ?? long.MinValue, afterTime), request.EndTime is { } end and < long.MaxValue ? end + 1 : null);
        return logs.Read(reader => Filter(reader, group, request, pattern, range, (afterTime, afterPosition)));
    }

    private static FilterLogEventsResponse Filter(
        LogReader reader, LogGroupEntry group, FilterLogEventsRequest request, FilterPattern pattern, LogTimeRange range, (long Time, long Position) after)
    {
        var streams = WantedStreams(reader, group, request);
        var events = new List<FilteredLogEvent>();
        var limit = request.Limit ?? MostEvents;
        var (bytes, scanned) = (0, 0);
        var last = after;
        foreach (var entry in LogMerge.Merge(reader.ByTime(range), streams.ContainsKey, range))
        {
            if ((entry.Timestamp, entry.Position).CompareTo(after) <= 0)
                continue;
            var matches = pattern.Matches(entry.Message);
            if (scanned == MostScanned || (matches && (events.Count == limit || (events.Count > 0 && bytes + entry.Size > MaximumPageBytes))))
                return new FilterLogEventsResponse { Events = events, SearchedLogStreams = [], NextToken = FilterToken(last) };
            scanned++;
            last = (entry.Timestamp, entry.Position);
            if (!matches)
                continue;
            bytes += entry.Size;
            events.Add(Describe(entry, streams[LogPosition.Stream(entry.Position)]));
        }

        return new FilterLogEventsResponse { Events = events, SearchedLogStreams = [] };
    }

    private static Dictionary<long, string> WantedStreams(LogReader reader, LogGroupEntry group, FilterLogEventsRequest request)
    {
        var streams = request.LogStreamNames is { } wanted
            ? wanted.Distinct().Select(name => reader.FindStream(group, name) ?? throw ServiceError.ResourceNotFound("The specified log stream does not exist."))
            : reader.Streams(group, descending: false).Where(stream => stream.Name.StartsWith(request.LogStreamNamePrefix ?? "", StringComparison.Ordinal));
        return streams.ToDictionary(static stream => stream.Id, static stream => stream.Name);
    }

    private static FilteredLogEvent Describe(LogEvent entry, string stream) => new()
    {
        EventId = LogTokens.Digits(entry.Position),
        LogStreamName = stream,
        Timestamp = entry.Timestamp,
        IngestionTime = entry.IngestedAt,
        Message = Encoding.UTF8.GetString(entry.Message.Span),
    };

    private static FilterPattern ReadPattern(string? pattern)
    {
        try
        {
            return FilterPattern.Parse(pattern);
        }
        catch (FormatException e)
        {
            throw ServiceError.InvalidParameter($"Invalid filter pattern '{Shortened.Text(pattern!)}': {e.Message}.");
        }
    }

    private static string FilterToken((long Time, long Position) last) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.Time}:{last.Position}")));

    private static (long Time, long Position) ReadFilterToken(string? token)
    {
        if (token is null)
            return (long.MinValue, long.MinValue);
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]).Split(':') is [var time, var position]
            && long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var afterTime)
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var afterPosition)
            ? (afterTime, afterPosition)
            : throw ServiceError.InvalidParameter("The specified nextToken is invalid.");
    }
}
