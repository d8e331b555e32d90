using System.Threading.Channels;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobWaiterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_job_comes_as_it_ends()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        jobs.Add("slow", "RUNNABLE", "RUNNING", "RUNNING", "RUNNING", "SUCCEEDED");
        jobs.Add("fast", "RUNNING", "FAILED");

        var ended = await Wait(service, "slow", "fast");

        Assert.Equal(["fast", "slow"], ended.Select(job => job.JobId));
        Assert.Equal([JobStatus.FAILED, JobStatus.SUCCEEDED], ended.Select(job => job.Status));
        Assert.Equal("md:3", ended[0].JobDefinition);
        Assert.Empty(service.Reporter.Errors);
    }

    [Fact]
    public async Task An_array_of_ten_thousand_costs_one_call_a_round()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        var parent = jobs.Add("array", "PENDING", "PENDING", "PENDING", "SUCCEEDED");
        parent.ArrayProperties = new ArrayPropertiesDetail
        {
            Size = 10_000,
            StatusSummary = new Dictionary<string, int> { ["RUNNING"] = 4_000, ["SUCCEEDED"] = 6_000 },
        };

        await Wait(service, "array");

        Assert.Equal(4, service.Batch.Count<DescribeJobsRequest>());
        Assert.All(service.Batch.Requests, request => Assert.Equal(["array"], ((DescribeJobsRequest)request).Jobs));
        Assert.Contains(service.Reporter.Updates, update => update.Status == "6000 SUCCEEDED, 4000 RUNNING");
    }

    [Fact]
    public async Task A_job_that_waits_for_another_one_of_the_wait_is_looked_at_seldom_until_that_has_ended()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        jobs.Add("first", [.. Enumerable.Repeat("RUNNING", 15), "SUCCEEDED"]);
        jobs.Add("second", [.. Enumerable.Repeat("PENDING", 2), "RUNNING", "SUCCEEDED"]).DependsOn = [new JobDependency { JobId = "first" }];

        var ended = await Wait(service, "first", "second");

        Assert.Equal(["first", "second"], ended.Select(job => job.JobId));
        var looks = service.Batch.Requests.Cast<DescribeJobsRequest>().ToArray();
        Assert.Equal(16, looks.Count(look => look.Jobs!.Contains("first")));
        Assert.Equal(2, looks.Take(16).Count(look => look.Jobs!.Contains("second")));
        Assert.Contains(service.Reporter.Details, line => line == $"Waited for 2 job(s) with {looks.Length} status call(s) in {looks.Length} poll(s), at most 1 in one.");
    }

    [Fact]
    public async Task A_round_over_many_jobs_asks_for_a_hundred_a_call()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        var ids = Enumerable.Range(0, 250).Select(index => $"job-{index}").ToArray();
        foreach (var id in ids)
            jobs.Add(id, "SUCCEEDED");

        var ended = await Wait(service, ids);

        Assert.Equal(ids.Order(StringComparer.Ordinal), ended.Select(job => job.JobId).Order(StringComparer.Ordinal));
        Assert.Equal([50, 100, 100], service.Batch.Requests.Cast<DescribeJobsRequest>().Select(one => one.Jobs!.Count).Order());
    }

    [Fact]
    public async Task Ten_thousand_jobs_cost_a_hundred_calls_a_round_and_none_for_those_that_have_ended()
    {
        const int All = 10_000;
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        var looksOf = Enumerable.Range(0, All).ToDictionary(index => $"job-{index}", index => 1 + (index % 4), StringComparer.Ordinal);
        foreach (var (id, looks) in looksOf)
            jobs.Add(id, [.. Enumerable.Repeat("RUNNING", looks - 1), "SUCCEEDED"]);

        var ended = await Wait(service, [.. looksOf.Keys]);

        Assert.Equal(All, ended.Count);
        var asked = service.Batch.Requests.Cast<DescribeJobsRequest>().SelectMany(request => request.Jobs!).CountBy(id => id).ToDictionary();
        Assert.Equal(looksOf, asked);
        Assert.Equal(100 + 75 + 50 + 25, service.Batch.Count<DescribeJobsRequest>());
        Assert.Contains("Waited for 10000 job(s) with 250 status call(s) in 4 poll(s), at most 100 in one.", service.Reporter.Details);
    }

    [Fact]
    public async Task A_job_that_has_ended_already_costs_no_call()
    {
        var service = new StandInConnection();
        var ended = new Job { JobId = "done", Status = JobStatus.FAILED, IsDetailed = true, Connection = service.Connection };

        var waited = await new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(new[] { JobReference.To(ended) }.ToAsyncEnumerable(), new WaitOptions(), Cancel).ToListAsync(Cancel);

        Assert.Same(ended, Assert.Single(waited));
        Assert.Empty(service.Batch.Requests);
    }

    [Fact]
    public async Task A_job_named_twice_comes_once()
    {
        var service = new StandInConnection();
        new StandInJobs(service.Batch).Add("one", "RUNNING", "SUCCEEDED");

        Assert.Single(await Wait(service, "one", "one"));
    }

    [Fact]
    public async Task Watching_begins_while_more_jobs_may_come()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        jobs.Add("first", "RUNNING", "SUCCEEDED");
        jobs.Add("second", "RUNNING", "SUCCEEDED");
        var input = Channel.CreateUnbounded<JobReference>();
        input.Writer.TryWrite("first");
        var seen = new List<string>();

        await foreach (var job in new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(input.Reader.ReadAllAsync(Cancel), new WaitOptions(), Cancel))
        {
            seen.Add(job.JobId);
            if (job.JobId == "first")
            {
                input.Writer.TryWrite("second");
                input.Writer.Complete();
            }
        }

        Assert.Equal(["first", "second"], seen);
    }

    [Fact]
    public async Task A_failure_of_the_input_ends_the_wait()
    {
        var service = new StandInConnection();
        new StandInJobs(service.Batch).Add("one", "RUNNING");
        static async IAsyncEnumerable<JobReference> Broken()
        {
            yield return "one";
            await Task.Yield();
            throw new InvalidDataException("the source broke");
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(Broken(), new WaitOptions(), Cancel).ToListAsync(Cancel));
        Assert.Equal("the source broke", error.Message);
    }

    [Fact]
    public async Task With_any_the_first_end_ends_the_wait()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        jobs.Add("endless", "RUNNING");
        jobs.Add("quick", "RUNNING", "SUCCEEDED");

        var ended = await new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(Streams.Of("endless", "quick"), new WaitOptions { Any = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal("quick", Assert.Single(ended).JobId);
    }

    [Fact]
    public async Task When_the_time_is_up_what_has_ended_was_given_and_the_rest_is_one_error()
    {
        var clock = new ManualTimeProvider { Hurry = true };
        var service = new StandInConnection(clock);
        var jobs = new StandInJobs(service.Batch);
        jobs.Add("endless", "RUNNING");
        jobs.Add("quick", "SUCCEEDED");

        var ended = await new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(Streams.Of("endless", "quick"), new WaitOptions { Timeout = TimeSpan.FromHours(2) }, Cancel).ToListAsync(Cancel);

        Assert.Equal("quick", Assert.Single(ended).JobId);
        var error = Assert.Single(service.Reporter.Errors);
        Assert.Equal((nameof(Messages.WaitTimedOut), ErrorKind.Timeout), (error.ErrorId, error.Kind));
        Assert.StartsWith("1 of 2 job(s) had not finished after 02:00:00, such as endless.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_stays_unknown_is_an_error_after_the_bound_and_the_others_go_on()
    {
        var clock = new ManualTimeProvider { Hurry = true };
        var service = new StandInConnection(clock);
        new StandInJobs(service.Batch).Add("known", [.. Enumerable.Repeat("RUNNING", 40), "SUCCEEDED"]);
        var start = clock.GetUtcNow();

        var ended = await Wait(service, "unknown", "known");

        Assert.Equal("known", Assert.Single(ended).JobId);
        Assert.Equal("The job 'unknown' has been unknown", Assert.Single(service.Reporter.Errors).Message[..34]);
        Assert.True(clock.GetUtcNow() - start >= service.Connection.Intervals.MissingAfter);
    }

    [Fact]
    public async Task A_short_outage_is_a_warning_and_the_wait_goes_on()
    {
        var service = new StandInConnection();
        var looks = 0;
        service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(_ => ++looks <= 3
            ? throw new HttpRequestException("the line is down")
            : new DescribeJobsResponse { Jobs = [new JobDetail { JobId = "one", Status = "SUCCEEDED" }] });

        Assert.Single(await Wait(service, "one"));

        Assert.Contains("the line is down", Assert.Single(service.Reporter.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lasting_outage_ends_the_wait()
    {
        var service = new StandInConnection();
        service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(
            DescribeJobsResponse (_) => throw new HttpRequestException("the line is down"));

        var error = await Assert.ThrowsAsync<BatchException>(() => Wait(service, "one"));
        Assert.Equal(ErrorKind.Unavailable, error.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_at_once_and_is_no_timeout()
    {
        var service = new StandInConnection(new ManualTimeProvider());
        new StandInJobs(service.Batch).Add("endless", "RUNNING");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var looked = new TaskCompletionSource();
        service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(_ =>
        {
            looked.TrySetResult();
            return new DescribeJobsResponse { Jobs = [new JobDetail { JobId = "endless", Status = "RUNNING" }] };
        });

        var waiting = new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(Streams.Of("endless"), new WaitOptions { Timeout = TimeSpan.FromHours(1) }, stop.Token).ToListAsync(Cancel).AsTask();
        await looked.Task.WaitAsync(Cancel);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(5), Cancel));
        Assert.Empty(service.Reporter.Errors);
    }

    [Fact]
    public async Task Progress_ends_complete_and_tells_the_counts()
    {
        var service = new StandInConnection();
        var jobs = new StandInJobs(service.Batch);
        jobs.Add("a", "RUNNING", "SUCCEEDED");
        jobs.Add("b", "RUNNABLE", "RUNNING", "RUNNING", "FAILED");

        await Wait(service, "a", "b");

        var last = service.Reporter.Updates[^1];
        Assert.True(last.Completed);
        Assert.StartsWith("1 FAILED, 1 SUCCEEDED", last.Status, StringComparison.Ordinal);
        Assert.All(service.Reporter.Updates, update => Assert.True(update.Fraction is null or >= 0 and <= 1));
    }

    private static async Task<List<Job>> Wait(StandInConnection service, params string[] ids) =>
        await new JobWaiter(service.Connection, service.Reporter)
            .WaitAsync(Streams.Of(ids), new WaitOptions(), Cancel).ToListAsync(Cancel);
}
