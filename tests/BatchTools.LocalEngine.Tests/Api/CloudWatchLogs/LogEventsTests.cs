using Amazon.Batch;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.CloudWatchLogs;

public sealed class LogEventsTests : IDisposable
{
    private const string Group = "/test/group";
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pages_forward_meet_every_event_and_end_where_the_token_repeats()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await PutAsync(engine, "s", Enumerable.Range(0, 25).Select(number => $"line {number}"));

        var read = new List<string>();
        string? token = null;
        while (true)
        {
            var page = await engine.Logs.GetLogEventsAsync(
                new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "s", StartFromHead = true, Limit = 10, NextToken = token }, Cancellation);
            read.AddRange(page.Events!.Select(entry => entry.Message!));
            if (page.NextForwardToken == token)
                break;
            token = page.NextForwardToken;
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"line {number}"), read);
        await PutAsync(engine, "s", ["later"]);
        var more = await engine.Logs.GetLogEventsAsync(new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "s", NextToken = token }, Cancellation);
        Assert.Equal("later", Assert.Single(more.Events!).Message);
    }

    [Fact]
    public async Task Without_a_token_the_newest_events_come_and_pages_lead_back()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await PutAsync(engine, "s", Enumerable.Range(0, 7).Select(number => $"{number}"));

        var last = await ReadAsync(engine, null);
        var middle = await ReadAsync(engine, last.NextBackwardToken);
        var first = await ReadAsync(engine, middle.NextBackwardToken);
        var none = await ReadAsync(engine, first.NextBackwardToken);
        var again = await ReadAsync(engine, first.NextForwardToken);

        Assert.Equal(["4", "5", "6"], Messages(last));
        Assert.Equal(["1", "2", "3"], Messages(middle));
        Assert.Equal(["0"], Messages(first));
        Assert.Empty(Messages(none));
        Assert.Equal(first.NextBackwardToken, none.NextBackwardToken);
        Assert.Equal(["1", "2", "3"], Messages(again));

        static IEnumerable<string> Messages(GetLogEventsResponse page) => (page.Events ?? []).Select(entry => entry.Message!);
        Task<GetLogEventsResponse> ReadAsync(OpenEngine on, string? token) => on.Logs.GetLogEventsAsync(
            new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "s", Limit = 3, NextToken = token }, Cancellation);
    }

    [Fact]
    public async Task A_page_holds_a_mebibyte_at_most()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        for (var batch = 0; batch < 3; batch++)
            await PutAsync(engine, "s", Enumerable.Repeat(new string('x', 100_000), 6));

        var page = await engine.Logs.GetLogEventsAsync(new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "s", StartFromHead = true }, Cancellation);

        Assert.Equal(10, page.Events!.Count);
    }

    [Fact]
    public async Task Times_bound_what_is_read()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var begin = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeMilliseconds();
        await PutAsync(engine, "s", Enumerable.Range(0, 10).Select(number => $"{number}"), begin);

        var page = await engine.Logs.GetLogEventsAsync(
            new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "s", StartTime = At(begin + 3), EndTime = At(begin + 6), StartFromHead = true }, Cancellation);

        Assert.Equal(["3", "4", "5"], page.Events!.Select(entry => entry.Message));
    }

    [Fact]
    public async Task Filtered_events_of_many_streams_come_by_time_whatever_the_pages()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var begin = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeMilliseconds();
        for (var stream = 0; stream < 4; stream++)
            await PutAsync(engine, $"s{stream}", Enumerable.Range(0, 30).Select(number => $"{(number % 3 == 0 ? "ERROR" : "INFO")} {number:00}"), begin + stream);

        var read = new List<FilteredLogEvent>();
        string? token = null;
        do
        {
            var page = await engine.Logs.FilterLogEventsAsync(
                new FilterLogEventsRequest { LogGroupName = Group, LogStreamNamePrefix = "s", FilterPattern = "ERROR", Limit = 7, NextToken = token }, Cancellation);
            read.AddRange(page.Events!);
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(40, read.Count);
        Assert.Equal(40, read.Select(entry => entry.EventId).Distinct().Count());
        Assert.Equal(read.OrderBy(entry => entry.Timestamp).Select(entry => entry.EventId), read.Select(entry => entry.EventId));
    }

    [Fact]
    public async Task Filtering_keeps_to_the_named_streams_and_both_times()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var begin = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeMilliseconds();
        await PutAsync(engine, "one", ["a", "b", "c"], begin);
        await PutAsync(engine, "two", ["d"], begin);

        var page = await engine.Logs.FilterLogEventsAsync(
            new FilterLogEventsRequest { LogGroupName = Group, LogStreamNames = ["one"], StartTime = begin, EndTime = begin + 1 }, Cancellation);

        Assert.Equal(["a", "b"], page.Events!.Select(entry => entry.Message));
        Assert.All(page.Events!, entry => Assert.Equal("one", entry.LogStreamName));
    }

    [Fact]
    public async Task Groups_and_streams_are_described_in_pages()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var begin = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeMilliseconds();
        await PutAsync(engine, "b", ["x"], begin + 5);
        await PutAsync(engine, "a", ["x", "y"], begin);
        await PutAsync(engine, "c", [], begin);

        var first = await engine.Logs.DescribeLogStreamsAsync(new DescribeLogStreamsRequest { LogGroupName = Group, Limit = 2 }, Cancellation);
        var second = await engine.Logs.DescribeLogStreamsAsync(new DescribeLogStreamsRequest { LogGroupName = Group, Limit = 2, NextToken = first.NextToken }, Cancellation);
        var byTime = await engine.Logs.DescribeLogStreamsAsync(
            new DescribeLogStreamsRequest { LogGroupName = Group, OrderBy = OrderBy.LastEventTime, Descending = true }, Cancellation);
        var group = Assert.Single((await engine.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "/test" }, Cancellation)).LogGroups!);

        Assert.Equal(["a", "b"], first.LogStreams!.Select(stream => stream.LogStreamName));
        Assert.Equal(["c"], second.LogStreams!.Select(stream => stream.LogStreamName));
        Assert.Null(second.NextToken);
        Assert.Equal(["b", "a", "c"], byTime.LogStreams!.Select(stream => stream.LogStreamName));
        Assert.Equal((At(begin), At(begin + 1)), (first.LogStreams![0].FirstEventTimestamp, first.LogStreams[0].LastEventTimestamp));
        Assert.Equal("arn:aws:logs:us-east-1:000000000000:log-group:/test/group:*", group.Arn);
        Assert.True(group.StoredBytes > 0);
    }

    [Fact]
    public async Task What_is_not_there_or_there_already_has_its_own_error()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await PutAsync(engine, "s", []);

        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(() => engine.Logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = Group }, Cancellation));
        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(() => engine.Logs.CreateLogStreamAsync(
            new CreateLogStreamRequest { LogGroupName = Group, LogStreamName = "s" }, Cancellation));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => engine.Logs.GetLogEventsAsync(
            new GetLogEventsRequest { LogGroupName = "/none", LogStreamName = "s" }, Cancellation));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => engine.Logs.GetLogEventsAsync(
            new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "none" }, Cancellation));
        await Assert.ThrowsAsync<InvalidParameterException>(() => engine.Logs.GetLogEventsAsync(
            new GetLogEventsRequest { LogGroupName = Group, LogStreamName = "s", NextToken = "f/x" }, Cancellation));
    }

    [Fact]
    public async Task A_running_jobs_lines_can_be_read_as_they_come_and_others_can_write_to_its_stream()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var gate = _folder.File("gate");
        var definition = await engine.DefineAsync("live", "sh", "-c", $"echo first; while [ ! -e {gate} ]; do sleep 0.01; done; echo last");
        var id = await engine.SubmitAsync(definition);
        var job = await engine.AwaitAsync(id, JobStatus.RUNNING);
        while ((await engine.ReadLogAsync(job)).Count == 0)
            await Task.Delay(5, Cancellation);

        await engine.Logs.PutLogEventsAsync(
            new PutLogEventsRequest
            {
                LogGroupName = "/aws/batch/job", LogStreamName = job.Container!.LogStreamName,
                LogEvents = [new InputLogEvent { Timestamp = DateTime.UtcNow, Message = "from outside" }],
            },
            Cancellation);
        await File.WriteAllTextAsync(gate, "", Cancellation);

        job = await engine.AwaitEndAsync(id);
        Assert.Equal(["first", "from outside", "last"], await engine.ReadLogAsync(job));
    }

    private static DateTime At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    private static async Task PutAsync(OpenEngine engine, string stream, IEnumerable<string> messages, long? begin = null)
    {
        try
        {
            await engine.Logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = Group }, Cancellation);
        }
        catch (ResourceAlreadyExistsException)
        {
            // Made for an earlier stream.
        }

        try
        {
            await engine.Logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = Group, LogStreamName = stream }, Cancellation);
        }
        catch (ResourceAlreadyExistsException)
        {
            // Appended to.
        }

        var time = begin ?? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var events = messages.Select((message, index) => new InputLogEvent { Timestamp = At(time + index), Message = message }).ToList();
        if (events.Count > 0)
            await engine.Logs.PutLogEventsAsync(new PutLogEventsRequest { LogGroupName = Group, LogStreamName = stream, LogEvents = events }, Cancellation);
    }
}
