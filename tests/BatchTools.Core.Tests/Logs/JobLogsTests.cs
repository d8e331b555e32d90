using System.Globalization;
using System.Net;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Tests;

public sealed class JobLogsTests
{
    private static readonly DateTime Time = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public JobLogsTests() => _jobs = new StandInJobs(_service.Batch);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_ends_where_the_token_repeats_not_at_an_empty_page()
    {
        Ended("one", "stream");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => request.NextToken switch
        {
            null => Page("f/1", "a", "b"),
            "f/1" => Page("f/2"),
            "f/2" => Page("f/3", "c"),
            _ => Page("f/3"),
        });

        Assert.Equal(["a", "b", "c"], await ReadAsync(new LogOptions()));
        Assert.Equal(4, _service.Logs.Count<GetLogEventsRequest>());
        Assert.All(_service.Logs.Requests.Cast<GetLogEventsRequest>(), request =>
            Assert.Equal(("/aws/batch/job", "stream", true), (request.LogGroupName, request.LogStreamName, request.StartFromHead)));
    }

    [Fact]
    public async Task A_tail_is_gathered_from_the_end_over_several_pages()
    {
        Ended("one", "stream");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => request.NextToken switch
        {
            null => Page("f/9", "d", "e", "b/1"),
            "b/1" => Page("f/8", "c", "b/2"),
            _ => throw new InvalidOperationException(request.NextToken),
        });

        Assert.Equal(["c", "d", "e"], await ReadAsync(new LogOptions { Tail = 3 }));

        // The last value is the backward token.
        static GetLogEventsResponse Page(string forward, params string[] lines)
        {
            var page = JobLogsTests.Page(forward, lines[..^1]);
            page.NextBackwardToken = lines[^1];
            return page;
        }
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_a_warning_with_the_jobs_own_reason()
    {
        Ended("one", "stream").StatusReason = "Host EC2 (instance i-1) terminated.";
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(
            GetLogEventsResponse (_) => throw new AmazonCloudWatchLogsException("gone") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ResourceNotFoundException" });

        Assert.Empty(await ReadAsync(new LogOptions()));

        Assert.Equal(
            "The log stream 'stream' of the job 'one' (FAILED) does not exist in the group '/aws/batch/job': Host EC2 (instance i-1) terminated. " +
            "A stream is made with its first line: the container wrote nothing, or the group's retention has removed it.",
            Assert.Single(_service.Reporter.Warnings));
        Assert.Empty(_service.Reporter.Errors);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_an_error_and_the_next_jobs_log_comes()
    {
        Ended("one", "secret");
        Ended("two", "open");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => request.LogStreamName == "secret"
            ? throw new AmazonCloudWatchLogsException("no") { StatusCode = HttpStatusCode.Forbidden, ErrorCode = "AccessDeniedException" }
            : Page(request.NextToken ?? "f/1", request.NextToken is null ? ["line"] : []));

        Assert.Equal(["line"], await ReadAsync(new LogOptions(), "one", "two"));
        Assert.Contains("logs:GetLogEvents", Assert.Single(_service.Reporter.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_elsewhere_and_no_log_at_all_are_warnings()
    {
        Ended("elsewhere", "s").Container!.LogConfiguration = new LogConfiguration { LogDriver = "splunk" };
        Ended("silent", null).Container!.Reason = "CannotPullContainerError: no such image";
        _jobs.Add("waiting", "RUNNABLE");

        Assert.Empty(await ReadAsync(new LogOptions(), "elsewhere", "silent", "waiting", "unknown"));

        Assert.Equal(
            [
                "The job 'elsewhere' writes its log by the driver 'splunk', not to CloudWatch Logs; read it there.",
                "The job 'silent' (FAILED) has no log: CannotPullContainerError: no such image.",
                "The job 'waiting' is RUNNABLE and has not begun to log. -Follow waits for it.",
            ],
            _service.Reporter.Warnings.Order(StringComparer.Ordinal));
        Assert.Equal(nameof(Messages.JobLogExpired), Assert.Single(_service.Reporter.Errors).ErrorId);
    }

    [Fact]
    public async Task The_attempt_that_runs_now_is_the_last()
    {
        var job = _jobs.Add("one", "RUNNING");
        job.Attempts = [new AttemptDetail { Container = new AttemptContainerDetail { LogStreamName = "first" } }];
        job.Container = new ContainerDetail { LogStreamName = "second" };
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request =>
            Page("f/1", request.NextToken is null ? [request.LogStreamName!] : []));

        var events = await new JobLogs(_service.Connection, _service.Reporter)
            .ReadAsync(Streams.Of("one"), new LogOptions(), Cancel).ToListAsync(Cancel);
        Assert.Equal([("first", 1), ("second", 2)], events.Select(line => (line.Message, line.Attempt)));
        Assert.Equal(["second"], await ReadAsync(new LogOptions { Attempt = -1 }));
    }

    [Fact]
    public async Task Cancelling_while_following_ends_at_once()
    {
        var job = _jobs.Add("one", "RUNNING");
        job.Container = new ContainerDetail { LogStreamName = "stream" };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("f/1", request.NextToken is null ? ["line"] : []));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new JobLogs(_service.Connection, _service.Reporter)
                .ReadAsync(Streams.Of("one"), new LogOptions { Follow = true }, stop.Token))
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_named_with_what_to_check()
    {
        Ended("one", "stream").Container!.LogConfiguration = new LogConfiguration { LogDriver = "awslogs", Options = new() { ["awslogs-group"] = "/my/group" } };
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(
            GetLogEventsResponse (_) => throw new AmazonCloudWatchLogsException("The specified log group does not exist.") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ResourceNotFoundException" });

        Assert.Empty(await ReadAsync(new LogOptions()));
        var warning = Assert.Single(_service.Reporter.Warnings);
        Assert.StartsWith("The log group '/my/group' of the job 'one' (FAILED) does not exist.", warning, StringComparison.Ordinal);
        Assert.Contains("awslogs-create-group", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_without_a_stream_is_told_with_its_reason_and_the_others_are_read()
    {
        var job = Ended("one", null);
        job.Attempts =
        [
            new AttemptDetail { StatusReason = "Task failed to start", Container = new AttemptContainerDetail { Reason = "CannotPullContainerError: no such image" } },
            new AttemptDetail { Container = new AttemptContainerDetail { LogStreamName = "second" } },
        ];
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("f/1", request.NextToken is null ? ["line"] : []));

        Assert.Equal(["line"], await ReadAsync(new LogOptions()));
        Assert.Equal(
            "Attempt 1 of the job 'one' (FAILED) has no log stream: its container never started: CannotPullContainerError: no such image.",
            Assert.Single(_service.Reporter.Warnings));
    }

    [Fact]
    public async Task A_job_that_the_service_has_forgotten_is_read_by_the_object_that_was_kept()
    {
        Ended("one", "stream");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("f/1", request.NextToken is null ? ["line"] : []));
        var kept = await new Jobs(_service.Connection, _service.Reporter).GetAsync(Streams.Of("one"), null, Cancel).SingleAsync(Cancel);
        _jobs.Remove("one");

        foreach (var follow in new[] { false, true })
        {
            var lines = new JobLogs(_service.Connection, _service.Reporter).ReadAsync(
                new[] { JobReference.To(kept) }.ToStreamAsync(Cancel), new LogOptions { Follow = follow }, Cancel);
            Assert.Equal("line", (await lines.SingleAsync(Cancel)).Message);
        }

        Assert.Empty(await ReadAsync(new LogOptions()));
        var error = Assert.Single(_service.Reporter.Errors);
        Assert.Equal((nameof(Messages.JobLogExpired), ErrorKind.NotFound), (error.ErrorId, error.Kind));
        Assert.Contains("-Query", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_ends_the_reading_early()
    {
        Ended("one", "stream");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("f/1", [.. Enumerable.Range(0, request.Limit!.Value).Select(index => $"{index}")]));

        Assert.Equal(["0", "1"], await ReadAsync(new LogOptions { Head = 2 }));
        Assert.Equal(1, _service.Logs.Count<GetLogEventsRequest>());
    }

    [Fact]
    public async Task Head_and_tail_are_counted_in_lines_that_match_the_pattern()
    {
        Ended("one", "stream");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request =>
        {
            var page = Page("f/1", request.NextToken is null ? ["Error 1", "fine", "error 2", "fine", "error 3", "fine"] : []);
            page.NextBackwardToken = "b/1";
            return page;
        });
        var options = new LogOptions { Pattern = LogOptions.ReadPattern("error") };

        Assert.Equal(["Error 1", "error 2", "error 3"], await ReadAsync(options));
        Assert.Equal(["Error 1", "error 2"], await ReadAsync(options with { Head = 2 }));
        Assert.Equal(["error 2", "error 3"], await ReadAsync(options with { Tail = 2 }));
    }

    [Fact]
    public async Task A_filter_is_met_by_the_service()
    {
        Ended("one", "stream");
        _service.Logs.On<FilterLogEventsRequest, FilterLogEventsResponse>(request => request.NextToken is null
            ? new FilterLogEventsResponse { Events = [Found("1", "a")], NextToken = "more" }
            : new FilterLogEventsResponse { Events = [Found("2", "b")] });
        var options = new LogOptions { Filter = "ERROR", Since = Time, Until = Time.AddHours(1) };

        Assert.Equal(["a", "b"], await ReadAsync(options));
        Assert.Equal(["b"], await ReadAsync(options with { Tail = 1 }));
        var request = (FilterLogEventsRequest)_service.Logs.Requests[0];
        Assert.Equal(("ERROR", "stream"), (request.FilterPattern, Assert.Single(request.LogStreamNames!)));
        Assert.Equal(
            (ServiceTime.ToMilliseconds(Time), ServiceTime.ToMilliseconds(Time.AddHours(1)) - 1), (request.StartTime, request.EndTime));

        static FilteredLogEvent Found(string id, string line) => new() { EventId = id, Message = line, Timestamp = ServiceTime.ToMilliseconds(Time), LogStreamName = "stream" };
    }

    [Fact]
    public async Task The_nodes_of_a_multi_node_job_are_read_one_after_the_other()
    {
        _jobs.Add("group", "SUCCEEDED").NodeProperties = new NodeProperties { NumNodes = 2, MainNode = 0 };
        foreach (var node in new[] { 0, 1 })
        {
            var job = Ended($"group#{node}", $"stream-{node}");
            job.NodeDetails = new NodeDetails { NodeIndex = node };
        }

        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page("f/1", request.NextToken is null ? [request.LogStreamName!] : []));

        var lines = await new JobLogs(_service.Connection, _service.Reporter).ReadAsync(Streams.Of("group"), new LogOptions(), Cancel).ToListAsync(Cancel);
        Assert.Equal([(0, "stream-0"), (1, "stream-1")], lines.Select(line => (line.NodeIndex!.Value, line.Message)));
    }

    [Fact]
    public async Task What_cannot_be_met_together_is_refused()
    {
        Assert.Equal(nameof(Messages.HeadAndTail), (await Assert.ThrowsAsync<BatchException>(() => ReadAsync(new LogOptions { Head = 1, Tail = 1 }))).ErrorId);
        Assert.Equal(nameof(Messages.HeadAndFollow), (await Assert.ThrowsAsync<BatchException>(() => ReadAsync(new LogOptions { Head = 1, Follow = true }))).ErrorId);
        Assert.Equal(nameof(Messages.InvalidPattern), Assert.Throws<BatchException>(() => LogOptions.ReadPattern("(")).ErrorId);
    }

    private static GetLogEventsResponse Page(string forward, params string[] lines) => new()
    {
        Events = [.. lines.Select((line, index) => new OutputLogEvent { Message = line, Timestamp = Time.AddSeconds(index) })],
        NextForwardToken = forward,
    };

    private JobDetail Ended(string id, string? stream)
    {
        var job = _jobs.Add(id, "FAILED");
        job.Container = new ContainerDetail { LogStreamName = stream };
        return job;
    }

    private async Task<List<string>> ReadAsync(LogOptions options, params string[] ids) => await new JobLogs(_service.Connection, _service.Reporter)
        .ReadAsync(Streams.Of(ids.Length == 0 ? ["one"] : ids), options, Cancel)
        .Select(line => line.Message.ToString(CultureInfo.InvariantCulture)).ToListAsync(Cancel);
}
