using System.Globalization;
using System.Net;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Tests;

/// <summary>The short logs of many jobs, read together.</summary>
public sealed class BundleReadingTests
{
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public BundleReadingTests()
    {
        _jobs = new StandInJobs(_service.Batch);
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => new GetLogEventsResponse
        {
            Events = request.NextToken is null ? [new OutputLogEvent { Message = $"alone {request.LogStreamName}" }] : [],
            NextForwardToken = "f",
        });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int Searches => _service.Logs.Count<FilterLogEventsRequest>();

    private int Readings => _service.Logs.Requests.OfType<GetLogEventsRequest>().Select(request => request.LogStreamName).Distinct().Count();

    [Fact]
    public async Task Many_streams_that_begin_alike_take_one_search_and_come_in_the_order_of_the_jobs()
    {
        var ids = AddArray(150);
        _service.Logs.On<FilterLogEventsRequest, FilterLogEventsResponse>(_ => new FilterLogEventsResponse
        {
            // By time, as the service gives them, and with a stream of somebody else.
            Events = [Event("md/default/other", "not ours"), .. Enumerable.Range(0, 300).Select(number => Event(Stream(number % 150), $"{number % 150}.{number / 150}"))],
        });

        var lines = await ReadAsync(new LogOptions(), ids);

        Assert.Equal(Enumerable.Range(0, 150).SelectMany(number => new[] { $"{number}.0", $"{number}.1" }), lines);
        Assert.Equal("md/default/", Assert.Single(_service.Logs.Requests.OfType<FilterLogEventsRequest>()).LogStreamNamePrefix);
        Assert.Equal(0, Readings);
    }

    [Fact]
    public async Task Where_a_prefix_finds_too_much_the_streams_are_named()
    {
        var ids = AddArray(120);
        _service.Logs.On<FilterLogEventsRequest, FilterLogEventsResponse>(request => request.LogStreamNames is { } names
            ? new FilterLogEventsResponse { Events = [.. names.Select(name => Event(name, name))] }
            : new FilterLogEventsResponse { Events = [], NextToken = "more" });

        Assert.Equal(Enumerable.Range(0, 120).Select(Stream), await ReadAsync(new LogOptions(), ids));
        Assert.Equal((2 + 2, 0), (Searches, Readings));
    }

    [Fact]
    public async Task Logs_that_are_long_are_read_one_by_one()
    {
        var ids = Add(5);
        _service.Logs.On<FilterLogEventsRequest, FilterLogEventsResponse>(_ => new FilterLogEventsResponse { Events = [Event(Stream(0), "a part")], NextToken = "more" });

        Assert.Equal(Enumerable.Range(0, 5).Select(number => $"alone {Stream(number)}"), await ReadAsync(new LogOptions(), ids));
        Assert.Equal(5, Readings);
    }

    [Theory]
    [InlineData("ResourceNotFoundException")]
    [InlineData("AccessDeniedException")]
    public async Task Where_the_search_is_refused_each_log_is_read_by_itself(string code)
    {
        var ids = Add(3);
        _service.Logs.On<FilterLogEventsRequest, FilterLogEventsResponse>(FilterLogEventsResponse (_) =>
            throw new AmazonCloudWatchLogsException("no") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = code });

        Assert.Equal(3, (await ReadAsync(new LogOptions(), ids)).Count);
        Assert.Empty(_service.Reporter.Errors);
        Assert.Empty(_service.Reporter.Warnings);
    }

    [Fact]
    public async Task A_stream_without_a_line_is_looked_at_by_itself_but_not_where_a_filter_left_its_lines_out()
    {
        var ids = Add(4);
        _service.Logs.On<FilterLogEventsRequest, FilterLogEventsResponse>(_ => new FilterLogEventsResponse { Events = [Event(Stream(1), "b"), Event(Stream(2), "c")] });

        Assert.Equal([$"alone {Stream(0)}", "b", "c", $"alone {Stream(3)}"], await ReadAsync(new LogOptions(), ids));
        Assert.Equal(["b"], await ReadAsync(new LogOptions { Pattern = LogOptions.ReadPattern("b") }, ids));
        Assert.Equal(["b", "c"], await ReadAsync(new LogOptions { Filter = "x" }, ids));
        Assert.Equal("x", _service.Logs.Requests.OfType<FilterLogEventsRequest>().Last().FilterPattern);
    }

    [Fact]
    public async Task Logs_that_still_grow_are_read_by_themselves()
    {
        var ids = Add(4);
        foreach (var id in ids)
            _jobs.Add(id, "RUNNING").Container = new ContainerDetail { LogStreamName = id };

        Assert.Equal(4, (await ReadAsync(new LogOptions(), ids)).Count);
        Assert.Equal(0, Searches);
    }

    private static string Stream(int number) => string.Create(CultureInfo.InvariantCulture, $"md/default/{number}");

    private static FilteredLogEvent Event(string stream, string line) =>
        new() { LogStreamName = stream, Message = line, Timestamp = 1_700_000_000_000, EventId = line };

    private string[] Add(int count) => Add([.. Enumerable.Range(0, count).Select(number => $"job-{number}")]);

    private string[] AddArray(int size)
    {
        _jobs.Add("array", "SUCCEEDED").ArrayProperties = new ArrayPropertiesDetail { Size = size };
        Add([.. Enumerable.Range(0, size).Select(number => $"array:{number}")]);
        return ["array"];
    }

    private string[] Add(string[] ids)
    {
        foreach (var (number, id) in ids.Index())
        {
            var job = _jobs.Add(id, "SUCCEEDED");
            job.StoppedAt = job.CreatedAt + 1000;
            job.Container = new ContainerDetail { LogStreamName = Stream(number) };
        }

        return ids;
    }

    private async Task<List<string>> ReadAsync(LogOptions options, string[] ids) => await new JobLogs(_service.Connection, _service.Reporter)
        .ReadAsync(Streams.Of(ids), options, Cancel).Select(line => line.Message).ToListAsync(Cancel);
}
