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
            "The log stream 'stream' of the job 'one' (FAILED) does not exist in the group '/aws/batch/job': Host EC2 (instance i-1) terminated.",
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
                "The job 'waiting' (RUNNABLE) has no log.",
            ],
            _service.Reporter.Warnings.Order(StringComparer.Ordinal));
        Assert.Equal(nameof(Messages.JobNotFound), Assert.Single(_service.Reporter.Errors).ErrorId);
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
