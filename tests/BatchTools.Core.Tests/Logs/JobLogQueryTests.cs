using System.Globalization;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Tests;

public sealed class JobLogQueryTests
{
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public JobLogQueryTests()
    {
        _jobs = new StandInJobs(_service.Batch);
        _service.Logs.On<StartQueryRequest, StartQueryResponse>(_ => new StartQueryResponse { QueryId = "q" });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_streams_and_the_time_of_the_jobs_are_searched_and_the_cost_is_told()
    {
        Ended("one", "md/default/a");
        Ended("two", "md/default/b");
        var statuses = new Queue<string>(["Scheduled", "Running", "Complete"]);
        _service.Logs.On<GetQueryResultsRequest, GetQueryResultsResponse>(_ => new GetQueryResultsResponse
        {
            Status = statuses.Dequeue(),
            Results = [[Field("@timestamp", "2026-01-02 03:04:05.678"), Field("@message", "error"), Field("@logStream", "md/default/b"), Field("@ptr", "x")]],
            Statistics = new QueryStatistics { BytesScanned = 1_234_567, RecordsScanned = 890, RecordsMatched = 1 },
        });

        var row = Assert.Single(await RunAsync(new LogQueryOptions { Query = "filter @message like /error/" }, "one", "two"));

        Assert.Equal(["@timestamp", "@message", "@logStream"], row.Fields.Select(field => field.Key));
        Assert.Equal(("two", 1, new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc)), (row.Job?.JobId, row.Attempt, row.Timestamp?.ToUniversalTime()));
        Assert.Equal(
            "The query scanned 1,234,567 bytes, for which CloudWatch Logs charges, in 890 lines; 1 matched.", Assert.Single(_service.Reporter.Details));
        var request = Assert.Single(_service.Logs.Requests.OfType<StartQueryRequest>());
        Assert.Equal("filter @logStream in [\"md/default/a\",\"md/default/b\"] | filter @message like /error/", request.QueryString);
        Assert.Equal("/aws/batch/job", Assert.Single(request.LogGroupNames!));
        Assert.Equal((1_700_000_000, 1_700_000_160), (request.StartTime, request.EndTime));
    }

    [Fact]
    public async Task Too_many_streams_are_searched_by_their_prefix_and_rows_of_others_left_out()
    {
        foreach (var number in Enumerable.Range(0, 400))
            Ended(string.Create(CultureInfo.InvariantCulture, $"job-{number}"), string.Create(CultureInfo.InvariantCulture, $"md.x/default/{number:D32}"));
        _service.Logs.On<GetQueryResultsRequest, GetQueryResultsResponse>(_ => new GetQueryResultsResponse
        {
            Status = QueryStatus.Complete,
            Results = [[Field("@logStream", "md.x/default/" + new string('0', 32))], [Field("@logStream", "md.x/default/other")]],
        });

        var rows = await RunAsync(new LogQueryOptions { Query = "fields @logStream" }, [.. Enumerable.Range(0, 400).Select(number => $"job-{number}")]);

        Assert.Equal("job-0", Assert.Single(rows).Job?.JobId);
        Assert.Equal(@"filter @logStream like /^(md\.x\/default\/)/ | fields @logStream", _service.Logs.Requests.OfType<StartQueryRequest>().Single().QueryString);
        Assert.Single(_service.Reporter.Warnings);
    }

    [Fact]
    public async Task A_group_is_searched_as_it_is()
    {
        _service.Logs.On<GetQueryResultsRequest, GetQueryResultsResponse>(_ => new GetQueryResultsResponse { Status = QueryStatus.Complete });

        Assert.Empty(await RunAsync(new LogQueryOptions { Query = "fields @message", LogGroup = "/old" }));
        var request = Assert.Single(_service.Logs.Requests.OfType<StartQueryRequest>());
        Assert.Equal(("fields @message", "/old", 24 * 3600), (request.QueryString, Assert.Single(request.LogGroupNames!), request.EndTime - request.StartTime));
    }

    [Fact]
    public async Task A_query_that_fails_is_an_error_with_what_it_scanned()
    {
        _service.Logs.On<GetQueryResultsRequest, GetQueryResultsResponse>(_ => new GetQueryResultsResponse { Status = QueryStatus.Timeout });

        var error = await Assert.ThrowsAsync<BatchException>(() => RunAsync(new LogQueryOptions { Query = "fields @message", LogGroup = "/old" }));
        Assert.Equal(nameof(Messages.LogQueryFailed), error.ErrorId);
    }

    [Fact]
    public async Task A_query_that_nobody_waits_for_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _service.Logs.On<GetQueryResultsRequest, GetQueryResultsResponse>(async (_, _) =>
        {
            await stop.CancelAsync();
            return new GetQueryResultsResponse { Status = QueryStatus.Running };
        });
        _service.Logs.On<StopQueryRequest, StopQueryResponse>(_ => new StopQueryResponse { Success = true });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new JobLogQuery(_service.Connection, _service.Reporter)
            .RunAsync(Streams.Of(), new LogQueryOptions { Query = "fields @message", LogGroup = "/old" }, stop.Token).ToListAsync(stop.Token));
        Assert.Equal("q", Assert.Single(_service.Logs.Requests.OfType<StopQueryRequest>()).QueryId);
    }

    private static ResultField Field(string name, string value) => new() { Field = name, Value = value };

    private void Ended(string id, string stream)
    {
        var job = _jobs.Add(id, "SUCCEEDED");
        job.StoppedAt = job.CreatedAt + 100_000;
        job.Container = new ContainerDetail { LogStreamName = stream };
    }

    private async Task<List<LogQueryRow>> RunAsync(LogQueryOptions options, params string[] ids) =>
        await new JobLogQuery(_service.Connection, _service.Reporter).RunAsync(Streams.Of(ids), options, Cancel).ToListAsync(Cancel);
}
