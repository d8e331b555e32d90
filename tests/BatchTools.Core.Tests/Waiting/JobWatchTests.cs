using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobWatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rounds_keep_the_connections_intervals()
    {
        var clock = new ManualTimeProvider { Hurry = true };
        var intervals = new PollingIntervals(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.Zero, TimeSpan.FromHours(1));
        var service = new StandInConnection(clock, intervals);
        var looks = new List<DateTimeOffset>();
        service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(_ =>
        {
            looks.Add(clock.GetUtcNow());
            return new DescribeJobsResponse { Jobs = [new JobDetail { JobId = "one", Status = looks.Count < 8 ? "RUNNING" : "SUCCEEDED" }] };
        });
        var watch = new JobWatch(service.Connection, service.Reporter);
        watch.Add("one");
        watch.Complete();

        var changes = await watch.RunAsync(Cancel).ToListAsync(Cancel);

        var gaps = looks.Zip(looks.Skip(1), (before, after) => (after - before).TotalSeconds);
        Assert.Equal([2, 3, 4.5, 6.75, 10, 10, 10], gaps.Select(gap => Math.Round(gap, 3)));
        Assert.Equal([JobStatus.RUNNING, JobStatus.SUCCEEDED], changes.Select(change => change.Job!.Status));
    }

    [Fact]
    public async Task Jobs_that_keep_coming_do_not_make_it_poll_faster()
    {
        var clock = new ManualTimeProvider();
        var intervals = new PollingIntervals(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.Zero, TimeSpan.FromHours(1));
        var service = new StandInConnection(clock, intervals);
        var looked = new SemaphoreSlim(0);
        service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(request =>
        {
            looked.Release();
            return new DescribeJobsResponse { Jobs = [.. request.Jobs!.Select(id => new JobDetail { JobId = id, Status = "RUNNING" })] };
        });
        var watch = new JobWatch(service.Connection, service.Reporter);
        watch.Add("job-0");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = watch.RunAsync(stop.Token).ToListAsync(Cancel).AsTask();
        await looked.WaitAsync(Cancel);

        for (var second = 1; second <= 19; second++)
        {
            watch.Add($"job-{second}");
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(1, service.Batch.Count<DescribeJobsRequest>());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching.WaitAsync(Cancel));
    }
}
