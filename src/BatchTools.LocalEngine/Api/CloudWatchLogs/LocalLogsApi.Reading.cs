using System.Text;
using BatchTools.LocalEngine.Logs;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

internal sealed partial class LocalLogsApi
{
    private const int MostEvents = 10_000;
    private const int MaximumPageBytes = 1_048_576;

    public override async Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken)
    {
        await logs.WhenDurableAsync();
        var stream = FindStream(FindGroup(request.LogGroupName, request.LogGroupIdentifier), request.LogStreamName!);
        return logs.Read(reader => ReadPage(reader, stream.Id, request));
    }

    private static GetLogEventsResponse ReadPage(LogReader reader, long stream, GetLogEventsRequest request)
    {
        var limit = request.Limit ?? MostEvents;
        var range = Range(request.StartTime, request.EndTime);
        var token = request.NextToken is null ? default((bool IsForward, long EventNumber)?) : LogTokens.Read(request.NextToken);
        var end = reader.NextEvent(stream);
        if (token?.IsForward ?? request.StartFromHead == true)
        {
            var from = token?.EventNumber ?? 0;
            var events = TakePage(reader.Forward(stream, from, range), limit, out var complete);
            // Where nothing more is there, the token is the stream's end; given again it comes back unchanged.
            var behind = events.Count > 0 ? LogPosition.Event(events[^1].Position) + 1 : from;
            var next = complete ? Math.Max(behind, end) : behind;
            return Answer(events, events.Count > 0 ? LogPosition.Event(events[0].Position) : from, next);
        }
        else
        {
            var before = token?.EventNumber ?? end;
            var events = TakePage(reader.Backward(stream, before, range), limit, out var complete);
            events.Reverse();
            var first = complete ? 0 : LogPosition.Event(events[0].Position);
            return Answer(events, first, events.Count > 0 ? LogPosition.Event(events[^1].Position) + 1 : before);
        }
    }

    private static List<LogEvent> TakePage(IEnumerable<LogEvent> events, int limit, out bool complete)
    {
        var page = new List<LogEvent>();
        var bytes = 0;
        complete = false;
        foreach (var entry in events)
        {
            if (page.Count == limit || (bytes + entry.Size > MaximumPageBytes && page.Count > 0))
                return page;
            page.Add(entry);
            bytes += entry.Size;
        }

        complete = true;
        return page;
    }

    private static GetLogEventsResponse Answer(List<LogEvent> events, long backward, long forward) => new()
    {
        Events = events.ConvertAll(static entry => new OutputLogEvent
        {
            Timestamp = entry.Timestamp,
            IngestionTime = entry.IngestedAt,
            Message = Encoding.UTF8.GetString(entry.Message.Span),
        }),
        NextBackwardToken = LogTokens.Backward(backward),
        NextForwardToken = LogTokens.Forward(forward),
    };

    private static LogTimeRange Range(long? start, long? end) => new(start ?? long.MinValue, end ?? long.MaxValue);
}
