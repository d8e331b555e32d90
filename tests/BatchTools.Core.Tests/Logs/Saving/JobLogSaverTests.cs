using System.Net;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Tests;

public sealed class JobLogSaverTests : IDisposable
{
    private static readonly DateTime Time = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("batchtools-saver-").FullName;
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public JobLogSaverTests()
    {
        _jobs = new StandInJobs(_service.Batch);
        var job = _jobs.Add("one", "SUCCEEDED");
        job.StoppedAt = 1;
        job.Container = new ContainerDetail { LogStreamName = "stream" };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_failure_interrupted_is_gone_on_from_and_no_line_is_doubled_or_lost()
    {
        // Four lines of one time, and the second page breaks: two of them are in the file by then.
        var isBroken = true;
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => (request.NextToken, isBroken) switch
        {
            (null, _) => Page("1", request, "a", "b"),
            ("1", true) => throw new AmazonCloudWatchLogsException("no") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "AccessDeniedException" },
            ("1", false) => Page("2", request, "c", "d"),
            _ => Page("2", request),
        });

        Assert.Empty(await SaveAsync());
        Assert.Single(_service.Reporter.Errors);
        isBroken = false;
        var saved = Assert.Single(await SaveAsync());

        Assert.Equal((SavedJobLogState.Resumed, 2), (saved.State, saved.Lines));
        Assert.Equal(["a", "b", "c", "d"], await File.ReadAllLinesAsync(saved.Path, Cancel));
        Assert.Equal([saved.Path], Directory.GetFiles(_folder));
        var resumed = _service.Logs.Requests.Cast<GetLogEventsRequest>().Last(request => request.NextToken is null);
        Assert.Equal(Time, resumed.StartTime);
    }

    [Fact]
    public async Task A_file_without_a_state_that_can_be_read_is_written_anew()
    {
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("1", request, request.NextToken is null ? ["a"] : []));
        var path = Path.Combine(_folder, "one.log");
        await File.WriteAllTextAsync(path, "half a li", Cancel);
        await File.WriteAllTextAsync(path + ".resume", "{", Cancel);

        Assert.Equal(SavedJobLogState.Saved, Assert.Single(await SaveAsync()).State);
        Assert.Equal("a\n", await File.ReadAllTextAsync(path, Cancel));
    }

    [Fact]
    public async Task A_log_that_is_not_there_leaves_no_file()
    {
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(GetLogEventsResponse (_) =>
            throw new AmazonCloudWatchLogsException("The specified log stream does not exist.") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ResourceNotFoundException" });

        Assert.Empty(await SaveAsync());
        Assert.Single(_service.Reporter.Warnings);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_children_of_an_array_are_of_its_workload_and_it_is_asked_for_once()
    {
        _jobs.Add("array", "SUCCEEDED").Tags = new() { [WorkloadTags.Workload] = "md" };
        foreach (var index in new[] { 0, 1 })
        {
            var child = _jobs.Add($"array:{index}", "SUCCEEDED");
            child.ArrayProperties = new ArrayPropertiesDetail { Index = index };
            child.Container = new ContainerDetail { LogStreamName = $"stream-{index}" };
        }

        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("1", request));
        var saved = await new JobLogSaver(_service.Connection, _service.Reporter)
            .SaveAsync(Streams.Of("array:0", "array:1"), new SaveLogOptions { Folder = _folder, Template = "{workload}/{index}.log" }, Cancel).ToListAsync(Cancel);

        Assert.Equal([Path.Combine(_folder, "md", "0.log"), Path.Combine(_folder, "md", "1.log")], saved.Select(one => one.Path));
        Assert.Equal(2, _service.Batch.Count<DescribeJobsRequest>());
        Assert.True(_service.Reporter.Updates[^1].Completed);
    }

    private static GetLogEventsResponse Page(string forward, GetLogEventsRequest request, params string[] lines) => new()
    {
        Events = [.. lines.Where(_ => request.StartTime is null || request.StartTime <= Time).Select(line => new OutputLogEvent { Message = line, Timestamp = Time })],
        NextForwardToken = forward,
    };

    private async Task<List<SavedJobLog>> SaveAsync() => await new JobLogSaver(_service.Connection, _service.Reporter)
        .SaveAsync(Streams.Of("one"), new SaveLogOptions { Folder = _folder, Template = "{id}.log" }, Cancel).ToListAsync(Cancel);
}
