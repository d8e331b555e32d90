using System.Globalization;
using System.Net;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Tests;

/// <summary>Following jobs whose states and lines the test says.</summary>
public sealed class LogFollowTests
{
    private static readonly DateTime Time = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public LogFollowTests()
    {
        _jobs = new StandInJobs(_service.Batch);
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => Page(request, request.LogStreamName!));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_by_itself_when_all_jobs_have_ended()
    {
        Running("one", "RUNNING", "RUNNING", "SUCCEEDED").LogStreamName = "a";
        Running("two", "RUNNING", "FAILED").LogStreamName = "b";

        Assert.Equal(["a", "b"], (await FollowAsync(new LogOptions(), "one", "two")).Order(StringComparer.Ordinal));
        Assert.Empty(_service.Reporter.Warnings);
    }

    [Fact]
    public async Task A_stream_that_is_named_and_not_there_is_waited_for()
    {
        Running("one", "RUNNING", "RUNNING", "RUNNING", "RUNNING", "SUCCEEDED").LogStreamName = "late";
        var calls = 0;
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => ++calls < 4 ? throw Missing("stream") : Page(request, "came"));

        Assert.Equal(["came"], await FollowAsync(new LogOptions(), "one"));
        Assert.Empty(_service.Reporter.Warnings);
    }

    [Fact]
    public async Task A_stream_that_never_comes_is_told_with_the_jobs_own_reason_when_the_job_has_ended()
    {
        Running("one", "RUNNING", "RUNNING", "FAILED").LogStreamName = "never";
        _jobs["one"].StatusReason = "Host EC2 (instance i-1) terminated.";
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(GetLogEventsResponse (_) => throw Missing("stream"));

        Assert.Empty(await FollowAsync(new LogOptions(), "one"));
        var warning = Assert.Single(_service.Reporter.Warnings);
        Assert.Contains("'one' (FAILED)", warning, StringComparison.Ordinal);
        Assert.Contains("Host EC2 (instance i-1) terminated", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_attempt_is_taken_up_although_the_state_looks_the_same()
    {
        var job = _jobs.Add("one", "RUNNING", "RUNNING", "RUNNING", "SUCCEEDED");
        job.Container = new ContainerDetail { LogStreamName = "first" };
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request =>
        {
            job.Attempts ??= [new AttemptDetail { Container = new AttemptContainerDetail { LogStreamName = "first" } }];
            job.Container.LogStreamName = "second";
            return Page(request, request.LogStreamName!);
        });

        Assert.Equal(["first", "second"], await FollowAsync(new LogOptions(), "one"));
    }

    [Fact]
    public async Task A_log_that_may_not_be_read_hides_neither_the_others_nor_how_its_job_ended()
    {
        Running("one", "RUNNING", "FAILED").LogStreamName = "secret";
        _jobs["one"].StatusReason = "Essential container in task exited";
        Running("two", "RUNNING", "SUCCEEDED").LogStreamName = "open";
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => request.LogStreamName == "secret" && _jobs["one"].Status == "FAILED"
            ? throw new AmazonCloudWatchLogsException("no") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "AccessDeniedException" }
            : Page(request, "line"));

        Assert.Contains("line", await FollowAsync(new LogOptions(), "one", "two"));
        Assert.Equal(ErrorKind.Denied, Assert.Single(_service.Reporter.Errors).Kind);
        Assert.Equal(
            "The job 'one' itself is FAILED: Essential container in task exited; its log could not be read.",
            Assert.Single(_service.Reporter.Warnings));
    }

    [Fact]
    public async Task A_short_outage_is_outlived()
    {
        Running("one", "RUNNING", "RUNNING", "SUCCEEDED").LogStreamName = "a";
        var calls = 0;
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(request => ++calls is 1 or 2
            ? throw new AmazonCloudWatchLogsException("down") { StatusCode = HttpStatusCode.ServiceUnavailable, ErrorCode = "ServiceUnavailableException" }
            : Page(request, "after"));

        Assert.Equal(["after"], await FollowAsync(new LogOptions(), "one"));
        Assert.Empty(_service.Reporter.Errors);
    }

    [Fact]
    public async Task Waiting_children_cost_one_look_while_their_counts_stay()
    {
        var parent = _jobs.Add("array", "PENDING", "PENDING", "PENDING", "PENDING", "PENDING", "SUCCEEDED");
        parent.ArrayProperties = new ArrayPropertiesDetail { Size = 250, StatusSummary = new() { ["RUNNABLE"] = 250 } };
        foreach (var index in Enumerable.Range(0, 250))
        {
            var child = _jobs.Add(string.Create(CultureInfo.InvariantCulture, $"array:{index}"), "RUNNABLE", "SUCCEEDED");
            child.Container = new ContainerDetail { LogStreamName = string.Create(CultureInfo.InvariantCulture, $"stream-{index}") };
        }

        var lines = await FollowAsync(new LogOptions(), "array");

        Assert.Equal(250, lines.Distinct().Count());
        // Six looks at the parent, and three calls for the children at the first and at the last.
        Assert.Equal(6 + (2 * 3), _service.Batch.Count<DescribeJobsRequest>());
    }

    [Fact]
    public async Task A_job_that_vanished_is_reported_and_the_rest_goes_on()
    {
        Running("one", "RUNNING", "SUCCEEDED").LogStreamName = "a";

        Assert.Equal(["a"], await FollowAsync(new LogOptions(), "gone", "one"));
        Assert.Equal(nameof(Messages.JobLogExpired), Assert.Single(_service.Reporter.Errors).ErrorId);
    }

    private static AmazonCloudWatchLogsException Missing(string what) =>
        new($"The specified log {what} does not exist.") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "ResourceNotFoundException" };

    private static GetLogEventsResponse Page(GetLogEventsRequest request, string line) => new()
    {
        Events = request.NextToken is null ? [new OutputLogEvent { Message = line, Timestamp = Time }] : [],
        NextForwardToken = "f/1",
    };

    private ContainerDetail Running(string id, params string[] life) => _jobs.Add(id, life).Container = new ContainerDetail();

    private async Task<List<string>> FollowAsync(LogOptions options, params string[] ids) => await new JobLogs(_service.Connection, _service.Reporter)
        .ReadAsync(Streams.Of(ids), options with { Follow = true }, Cancel).Select(line => line.Message).ToListAsync(Cancel);
}
