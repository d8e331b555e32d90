using BatchTools.LocalEngine.Logs;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

internal sealed partial class LocalLogsApi
{
    private const int MostDescribed = 50;

    public override async Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken)
    {
        await logs.WhenDurableAsync();
        if (request is { LogGroupNamePrefix: not null, LogGroupNamePattern: not null })
            throw ServiceError.InvalidParameter("Give logGroupNamePrefix or logGroupNamePattern, not both.");
        return logs.Read(reader =>
        {
            var found = reader.Groups()
                .Where(group => group.Name.StartsWith(request.LogGroupNamePrefix ?? "", StringComparison.Ordinal)
                    && group.Name.Contains(request.LogGroupNamePattern ?? "", StringComparison.OrdinalIgnoreCase)
                    && string.CompareOrdinal(group.Name, request.NextToken ?? "") > 0)
                .OrderBy(static group => group.Name, StringComparer.Ordinal);
            var (page, next) = PageByName(found, request.Limit, static group => group.Name);
            return new DescribeLogGroupsResponse { LogGroups = page.ConvertAll(group => Describe(group, reader)), NextToken = next };
        });
    }

    public override async Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(DescribeLogStreamsRequest request, CancellationToken cancellationToken)
    {
        await logs.WhenDurableAsync();
        var group = FindGroup(request.LogGroupName, request.LogGroupIdentifier);
        if (request is { OrderBy: OrderBy.LastEventTime, LogStreamNamePrefix: not null })
            throw ServiceError.InvalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
        return logs.Read(reader => request.OrderBy == OrderBy.LastEventTime
            ? DescribeByTime(reader, group, request)
            : DescribeByName(reader, group, request));
    }

    private DescribeLogStreamsResponse DescribeByName(LogReader reader, LogGroupEntry group, DescribeLogStreamsRequest request)
    {
        var descending = request.Descending == true;
        var found = reader.Streams(group, descending).Where(stream => stream.Name.StartsWith(request.LogStreamNamePrefix ?? "", StringComparison.Ordinal)
            && (request.NextToken is null || string.CompareOrdinal(stream.Name, request.NextToken) * (descending ? -1 : 1) > 0));
        var (page, next) = PageByName(found, request.Limit, static stream => stream.Name);
        return new DescribeLogStreamsResponse { LogStreams = page.ConvertAll(stream => Describe(group, stream, reader.Span(stream.Id))), NextToken = next };
    }

    private DescribeLogStreamsResponse DescribeByTime(LogReader reader, LogGroupEntry group, DescribeLogStreamsRequest request)
    {
        var descending = request.Descending == true;
        var all = reader.Streams(group, descending: false).ToList().ConvertAll(stream => (Stream: stream, Span: reader.Span(stream.Id)));
        all.Sort((one, other) => (one.Span.Latest ?? 0).CompareTo(other.Span.Latest ?? 0) is var order and not 0
            ? order * (descending ? -1 : 1)
            : string.CompareOrdinal(one.Stream.Name, other.Stream.Name));
        var begin = request.NextToken is null ? 0 : all.FindIndex(entry => entry.Stream.Name == request.NextToken) + 1;
        var (page, next) = PageByName(all.Skip(begin), request.Limit, static entry => entry.Stream.Name);
        return new DescribeLogStreamsResponse { LogStreams = page.ConvertAll(entry => Describe(group, entry.Stream, entry.Span)), NextToken = next };
    }

    // Names are the tokens: a page begins behind the one that was the last.
    private static (List<T> Page, string? NextToken) PageByName<T>(IEnumerable<T> found, int? limit, Func<T, string> name)
    {
        var size = limit ?? MostDescribed;
        var page = found.Take(size + 1).ToList();
        if (page.Count <= size)
            return (page, null);
        page.RemoveAt(size);
        return (page, name(page[^1]));
    }

    private LogGroup Describe(LogGroupEntry group, LogReader reader) => new()
    {
        LogGroupName = group.Name,
        Arn = names.LogGroup(group.Name) + ":*",
        LogGroupArn = names.LogGroup(group.Name),
        CreationTime = group.CreatedAt,
        RetentionInDays = group.RetentionInDays,
        LogGroupClass = LogGroupClass.STANDARD,
        MetricFilterCount = 0,
        StoredBytes = reader.StoredBytes(group),
    };

    private LogStream Describe(LogGroupEntry group, LogStreamEntry stream, LogSpan span) => new()
    {
        LogStreamName = stream.Name,
        Arn = names.LogStream(group.Name, stream.Name),
        CreationTime = stream.CreatedAt,
        FirstEventTimestamp = span.Earliest,
        LastEventTimestamp = span.Latest,
        LastIngestionTime = span.IngestedAt,
        StoredBytes = 0,
    };
}
