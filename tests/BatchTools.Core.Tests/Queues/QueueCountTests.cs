using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class QueueCountTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly StandInConnection _service;
    private readonly Dictionary<string, JobSummary> _jobs = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public QueueCountTests()
    {
        _service = new(_clock);
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request =>
        {
            _asked.Add(request.JobStatus?.Value ?? request.Filters![0].Name!);
            var since = request.Filters is [{ Values: [var value] }] ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : 0;
            return new()
            {
                JobSummaryList = [.. _jobs.Values.Where(job => request.JobStatus is null ? job.CreatedAt > since : job.Status == request.JobStatus)],
            };
        });
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(request =>
        {
            _asked.Add($"{request.Jobs!.Count} described");
            return new() { Jobs = [.. request.Jobs.Where(_jobs.ContainsKey).Select(id => new JobDetail { JobId = id, Status = _jobs[id].Status, CreatedAt = _jobs[id].CreatedAt })] };
        });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_that_have_ended_are_listed_once()
    {
        for (var number = 0; number < 50; number++)
            Put($"old-{number}", "SUCCEEDED");
        Put("runs", "RUNNING");
        Put("waits", "RUNNABLE");
        _clock.Advance(TimeSpan.FromHours(3));
        var count = new QueueCount(_service.Connection, "q");

        Assert.Equal("50 SUCCEEDED, 1 RUNNING, 1 RUNNABLE", $"{await count.CountAsync(Cancel)}");
        Assert.Equal("waits", count.Oldest!.JobId);
        _asked.Clear();
        Put("runs", "FAILED");
        Put("waits", "STARTING");
        Put("new", "SUBMITTED");
        Put("quick", "SUCCEEDED");
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("1 FAILED, 51 SUCCEEDED, 1 STARTING, 1 SUBMITTED", $"{await count.CountAsync(Cancel)}");
        Assert.Null(count.Oldest);
        Assert.DoesNotContain("SUCCEEDED", _asked);
        Assert.DoesNotContain("FAILED", _asked);
        Assert.Contains("1 described", _asked);
        for (var round = 0; round < 100; round++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal("1 FAILED, 51 SUCCEEDED, 1 STARTING, 1 SUBMITTED", $"{await count.CountAsync(Cancel)}");
        }
    }

    [Fact]
    public async Task What_the_service_has_forgotten_is_not_counted_after_an_hour()
    {
        Put("old", "SUCCEEDED");
        var count = new QueueCount(_service.Connection, "q");
        await count.CountAsync(Cancel);
        _jobs.Clear();

        Assert.Equal(1, (await count.CountAsync(Cancel)).Total);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await count.CountAsync(Cancel)).Total);
    }

    [Fact]
    public async Task An_array_counts_by_its_children()
    {
        Put("array", "PENDING");
        _jobs["array"].ArrayProperties = new() { Size = 5, StatusSummary = new() { ["RUNNING"] = 2, ["RUNNABLE"] = 3 } };
        var count = new QueueCount(_service.Connection, "q");
        Assert.Equal("2 RUNNING, 3 RUNNABLE", $"{await count.CountAsync(Cancel)}");

        _jobs["array"].ArrayProperties!.StatusSummary = new() { ["SUCCEEDED"] = 4, ["RUNNING"] = 1 };
        Assert.Equal("4 SUCCEEDED, 1 RUNNING", $"{await count.CountAsync(Cancel)}");
    }

    private void Put(string id, string status) => _jobs[id] = new()
    {
        JobId = id, Status = status, CreatedAt = _jobs.TryGetValue(id, out var known) ? known.CreatedAt : Now,
    };

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();
}
