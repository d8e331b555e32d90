using System.Net;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace BatchTools.Tests;

public sealed class JobErrorsTests
{
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public JobErrorsTests() => _jobs = new StandInJobs(_service.Batch);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_may_not_be_read_is_an_error_and_the_jobs_own_reason_stands_in()
    {
        Failed("secret", "OutOfMemoryError: Container killed due to memory usage");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(GetLogEventsResponse (_) =>
            throw new AmazonCloudWatchLogsException("no") { StatusCode = HttpStatusCode.BadRequest, ErrorCode = "AccessDeniedException" });

        var group = Assert.Single(await FindAsync("secret"));

        Assert.Equal("OutOfMemoryError: Container killed due to memory usage", group.Message);
        Assert.Contains("logs:GetLogEvents", Assert.Single(_service.Reporter.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_lines_at_the_end_do_not_count()
    {
        Failed("one", "reason");
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(_ => new GetLogEventsResponse
        {
            Events = [.. new[] { "a", "b", "fatal", "  ", "" }.Select(line => new OutputLogEvent { Message = line })],
            NextBackwardToken = "b",
        });

        var group = Assert.Single(await FindAsync("one"));
        Assert.Equal(["a", "b", "fatal"], group.Sample);
        Assert.Equal("fatal", group.Message);
    }

    [Fact]
    public async Task An_array_without_failed_children_costs_one_call_and_others_list_only_those_that_failed()
    {
        var good = _jobs.Add("good", "SUCCEEDED");
        good.ArrayProperties = new ArrayPropertiesDetail { Size = 10_000, StatusSummary = new() { ["SUCCEEDED"] = 10_000 } };
        Assert.Empty(await FindAsync("good"));
        Assert.Single(_service.Batch.Requests);

        var bad = _jobs.Add("bad", "FAILED");
        bad.ArrayProperties = new ArrayPropertiesDetail { Size = 10_000, StatusSummary = new() { ["SUCCEEDED"] = 9_999, ["FAILED"] = 1 } };
        Failed("bad:77", "reason").ArrayProperties = new ArrayPropertiesDetail { Index = 77 };
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request => new ListJobsResponse
        {
            JobSummaryList = request is { ArrayJobId: "bad", JobStatus.Value: "FAILED" }
                ? [new JobSummary { JobId = "bad:77", Status = "FAILED", ArrayProperties = new ArrayPropertiesSummary { Index = 77 } }]
                : [],
        });
        _service.Logs.On<GetLogEventsRequest, GetLogEventsResponse>(_ => new GetLogEventsResponse());

        Assert.Equal("77", Assert.Single(await FindAsync("bad")).Indices);
    }

    private JobDetail Failed(string id, string reason)
    {
        var job = _jobs.Add(id, "FAILED");
        job.Container = new ContainerDetail { LogStreamName = "stream", Reason = reason };
        return job;
    }

    private Task<IReadOnlyList<JobErrorGroup>> FindAsync(string id) =>
        new JobErrors(_service.Connection, _service.Reporter).FindAsync(Streams.Of(id), cancellationToken: Cancel);
}
