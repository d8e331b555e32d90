using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.CloudWatchLogs;

/// <summary>CloudWatch Logs Insights through the client.</summary>
public sealed class LogQueriesTests : IDisposable
{
    private const string Group = "/aws/batch/job";
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_query_over_jobs_logs_gives_rows_and_figures()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var job = await engine.RunAsync("sh", "-c", "echo ERROR one; echo fine; echo ERROR two");

        var answer = await QueryAsync(engine, "fields @message, @logStream, @log | filter @message like /ERROR/ | sort @message asc");

        Assert.Equal(["ERROR one", "ERROR two"], answer.Results!.Select(row => row[0].Value));
        Assert.Equal((job.Container!.LogStreamName, "000000000000:" + Group), (answer.Results![0][1].Value, answer.Results[0][2].Value));
        Assert.Equal((3, 2, 22), (answer.Statistics!.RecordsScanned, answer.Statistics.RecordsMatched, answer.Statistics.BytesScanned));
    }

    [Fact]
    public async Task Results_come_in_pages_where_that_is_asked_for()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await engine.RunAsync("seq", "5");
        var all = await QueryAsync(engine, "fields @message | sort @message");
        var id = await StartAsync(engine, "fields @message | sort @message");
        while ((await ResultsAsync(engine, id)).Status != QueryStatus.Complete)
            await Task.Yield();

        var first = await ResultsAsync(engine, id, 3);
        var second = await ResultsAsync(engine, id, 3, first.NextToken);

        Assert.Null(second.NextToken);
        Assert.Equal(all.Results!.Select(row => row[0].Value), first.Results!.Concat(second.Results!).Select(row => row[0].Value));
    }

    [Fact]
    public async Task A_wrong_query_group_or_id_is_named()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await engine.RunAsync("true");

        var wrong = await Assert.ThrowsAsync<MalformedQueryException>(() => StartAsync(engine, "filter @message lik 'x'"));
        Assert.Contains("unexpected 'lik'", wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => StartAsync(engine, "limit 1", "/none"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ResultsAsync(engine, "none"));
        var id = await StartAsync(engine, "limit 1");
        while ((await ResultsAsync(engine, id)).Status != QueryStatus.Complete)
            await Task.Yield();
        await Assert.ThrowsAsync<InvalidParameterException>(() => engine.Logs.StopQueryAsync(new StopQueryRequest { QueryId = id }, Cancellation));
    }

    private static async Task<string> StartAsync(OpenEngine engine, string query, string group = Group)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return (await engine.Logs.StartQueryAsync(new StartQueryRequest { LogGroupName = group, QueryString = query, StartTime = now - 600, EndTime = now + 600 }, Cancellation)).QueryId!;
    }

    private static Task<GetQueryResultsResponse> ResultsAsync(OpenEngine engine, string id, int? most = null, string? token = null) =>
        engine.Logs.GetQueryResultsAsync(new GetQueryResultsRequest { QueryId = id, MaxItems = most, NextToken = token }, Cancellation);

    private static async Task<GetQueryResultsResponse> QueryAsync(OpenEngine engine, string query)
    {
        var id = await StartAsync(engine, query);
        while (true)
        {
            var answer = await ResultsAsync(engine, id);
            if (answer.Status != QueryStatus.Running)
            {
                Assert.Equal(QueryStatus.Complete, answer.Status);
                return answer;
            }

            await Task.Delay(5, Cancellation);
        }
    }
}
