using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Logs.Queries;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

internal sealed partial class LocalLogsApi
{
    private const int MostQueried = 50;

    // Times are seconds; what would be beyond the year 5000 is taken for milliseconds, as AWS takes it.
    private const long LatestSecond = 99_999_999_999;

    public override async Task<StartQueryResponse> StartQueryAsync(StartQueryRequest request, CancellationToken cancellationToken)
    {
        await logs.WhenDurableAsync();
        if (request.QueryLanguage is not null and not QueryLanguage.CWLI)
            throw ServiceError.InvalidParameter($"The local engine reads queries of the language CWLI, not {request.QueryLanguage}.");
        var groups = QueriedGroups(request);
        var range = new LogTimeRange(
            Milliseconds(request.StartTime!.Value, isEnd: false),
            Milliseconds(request.EndTime!.Value, isEnd: true) + 1);
        if (range.End <= range.Start)
            throw ServiceError.InvalidParameter("The end of the query's time range is before its start.");
        var query = ReadQuery(request.QueryString!, request.Limit);
        var begun = queries.TryBegin(query, groups, range)
            ?? throw new ServiceError("LimitExceededException", $"At most {LogQueries.MostRunning} queries run at once. Wait for one to end, or stop one.");
        return new StartQueryResponse { QueryId = begun.Id };
    }

    public override async Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken)
    {
        var query = FindQuery(request.QueryId!);
        var isComplete = query.Rows.IsCompletedSuccessfully;
        var rows = isComplete ? await query.Rows : [];
        var (page, next) = OffsetPaging.Page(
            rows, request.NextToken, request.MaxItems is > 0 and var most ? most : LogQuery.DefaultLimit,
            static _ => ServiceError.InvalidParameter("The specified nextToken is invalid."));
        return new GetQueryResultsResponse
        {
            QueryLanguage = QueryLanguage.CWLI,
            Status = isComplete ? QueryStatus.Complete : query.Rows.IsCanceled ? QueryStatus.Cancelled : query.Rows.IsFaulted ? QueryStatus.Failed : QueryStatus.Running,
            Results = page.ConvertAll(static row => row.ConvertAll(static field => new ResultField { Field = field.Field, Value = field.Value })),
            NextToken = next,
            Statistics = new QueryStatistics
            {
                BytesScanned = query.BytesScanned,
                RecordsScanned = query.RecordsScanned,
                RecordsMatched = query.RecordsMatched,
                LogGroupsScanned = query.Groups.Count,
                EstimatedBytesSkipped = 0,
                EstimatedRecordsSkipped = 0,
            },
        };
    }

    public override Task<StopQueryResponse> StopQueryAsync(StopQueryRequest request, CancellationToken cancellationToken)
    {
        var query = FindQuery(request.QueryId!);
        if (query.Rows.IsCompleted)
            throw ServiceError.InvalidParameter("The specified query is not running: it has already ended.");
        query.Stop();
        return Task.FromResult(new StopQueryResponse { Success = true });
    }

    private static long Milliseconds(long time, bool isEnd) => time > LatestSecond ? Math.Min(time, long.MaxValue - 1) : (Math.Max(time, 0) * 1000) + (isEnd ? 999 : 0);

    private static LogQuery ReadQuery(string text, int? limit)
    {
        try
        {
            return LogQuery.Parse(text, limit);
        }
        catch (QuerySyntaxException e)
        {
            throw new ServiceError("MalformedQueryException", $"{e.Message} (characters {e.Start} to {e.End} of the query).")
            {
                WriteDetails = writer =>
                {
                    writer.WriteStartObject("queryCompileError"u8);
                    writer.WriteStartObject("location"u8);
                    writer.WriteNumber("startCharOffset"u8, e.Start);
                    writer.WriteNumber("endCharOffset"u8, e.End);
                    writer.WriteEndObject();
                    writer.WriteString("message"u8, e.Message);
                    writer.WriteEndObject();
                },
            };
        }
    }

    private List<LogGroupEntry> QueriedGroups(StartQueryRequest request)
    {
        List<string> single = request.LogGroupName is { } name ? [name] : [];
        List<string>?[] given = [request.LogGroupName is null ? null : single, request.LogGroupNames, request.LogGroupIdentifiers];
        if (given.Where(static names => names is not null).ToList() is not [{ Count: > 0 and <= MostQueried } wanted])
            throw ServiceError.InvalidParameter($"Give one of logGroupName, logGroupNames and logGroupIdentifiers, with at most {MostQueried} log groups.");
        return wanted.Distinct(StringComparer.Ordinal).Select(one => FindGroup(one)).ToList();
    }

    private RunningQuery FindQuery(string id) =>
        queries.TryFind(id, out var query) ? query : throw ServiceError.ResourceNotFound("The specified query does not exist.");
}
