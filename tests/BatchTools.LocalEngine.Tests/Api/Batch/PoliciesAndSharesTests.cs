using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.Batch;

/// <summary>Scheduling policies, service environments, quota shares and snapshots.</summary>
public sealed class PoliciesAndSharesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_policy_is_kept_updated_and_deleted_when_no_queue_has_it()
    {
        string arn;
        await using (var before = StillEngine.Open(_folder))
        {
            arn = (await before.Batch.CreateSchedulingPolicyAsync(new() { Name = "p", FairsharePolicy = new() { ComputeReservation = 10 }, Tags = new() { ["a"] = "1" } }, Cancellation)).Arn!;
            await before.Batch.CreateJobQueueAsync(
                new() { JobQueueName = "q", Priority = 1, SchedulingPolicyArn = arn, ComputeEnvironmentOrder = [new() { Order = 1, ComputeEnvironment = "local" }] }, Cancellation);
        }

        await using var engine = StillEngine.Open(_folder);
        await engine.Batch.UpdateSchedulingPolicyAsync(new() { Arn = arn, FairsharePolicy = new() { ShareDecaySeconds = 60 } }, Cancellation);
        var policy = Assert.Single((await engine.Batch.DescribeSchedulingPoliciesAsync(new() { Arns = [arn, arn + "x"] }, Cancellation)).SchedulingPolicies!);

        Assert.Equal((60, 0, "1"), (policy.FairsharePolicy!.ShareDecaySeconds, policy.FairsharePolicy.ComputeReservation, policy.Tags!["a"]));
        Assert.Equal(arn, Assert.Single((await engine.Batch.ListSchedulingPoliciesAsync(new(), Cancellation)).SchedulingPolicies!).Arn);
        await StillEngine.RefusedAsync("found existing JobQueue relationship", DeleteAsync);
        await StillEngine.RefusedAsync("shareIdentifier must be given", () => engine.SubmitAsync(request => request.JobQueue = "q"));
        await engine.Batch.UpdateJobQueueAsync(new() { JobQueue = "q", State = JQState.DISABLED }, Cancellation);
        await engine.Batch.DeleteJobQueueAsync(new() { JobQueue = "q" }, Cancellation);
        await DeleteAsync();
        Assert.Empty((await engine.Batch.ListSchedulingPoliciesAsync(new(), Cancellation)).SchedulingPolicies!);

        Task DeleteAsync() => engine.Batch.DeleteSchedulingPolicyAsync(new() { Arn = arn }, Cancellation);
    }

    [Fact]
    public async Task A_queues_policy_is_replaced_but_neither_given_nor_taken()
    {
        await using var engine = StillEngine.Open(_folder);
        var one = (await engine.Batch.CreateSchedulingPolicyAsync(new() { Name = "one" }, Cancellation)).Arn!;
        var two = (await engine.Batch.CreateSchedulingPolicyAsync(new() { Name = "two" }, Cancellation)).Arn!;
        await engine.Batch.CreateJobQueueAsync(
            new() { JobQueueName = "q", Priority = 1, SchedulingPolicyArn = one, ComputeEnvironmentOrder = [new() { Order = 1, ComputeEnvironment = "local" }] }, Cancellation);

        await StillEngine.RefusedAsync("not removed", () => UpdateAsync("q", ""));
        await StillEngine.RefusedAsync("made without one", () => UpdateAsync("local", one));
        await UpdateAsync("q", two);

        Assert.Equal(two, (await engine.Batch.DescribeJobQueuesAsync(new() { JobQueues = ["q"] }, Cancellation)).JobQueues![0].SchedulingPolicyArn);

        Task UpdateAsync(string queue, string arn) => engine.Batch.UpdateJobQueueAsync(new() { JobQueue = queue, SchedulingPolicyArn = arn }, Cancellation);
    }

    [Theory]
    [InlineData("a*", "ab", "overlap")]
    [InlineData("a*", "ab*", "overlap")]
    [InlineData("a", "a", "overlap")]
    [InlineData("a b", "c", "letters and digits")]
    [InlineData("*", "c", "letters and digits")]
    public async Task Shares_of_a_policy_do_not_overlap(string one, string other, string message)
    {
        await using var engine = StillEngine.Open(_folder);
        var policy = new FairsharePolicy { ShareDistribution = [new() { ShareIdentifier = one }, new() { ShareIdentifier = other }] };

        await StillEngine.RefusedAsync(message, () => engine.Batch.CreateSchedulingPolicyAsync(new() { Name = "p", FairsharePolicy = policy }, Cancellation));
    }

    [Fact]
    public async Task Service_environments_and_quota_shares_are_kept_and_service_jobs_refused()
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.Batch.CreateServiceEnvironmentAsync(
            new() { ServiceEnvironmentName = "se", ServiceEnvironmentType = ServiceEnvironmentType.SAGEMAKER_TRAINING, CapacityLimits = [new() { CapacityUnit = "NUM_INSTANCES", MaxCapacity = 2 }] }, Cancellation);
        var policy = (await engine.Batch.CreateSchedulingPolicyAsync(
            new() { Name = "p", QuotaSharePolicy = new() { IdleResourceAssignmentStrategy = QuotaShareIdleResourceAssignmentStrategy.FIFO } }, Cancellation)).Arn;
        await engine.Batch.CreateJobQueueAsync(
            new()
            {
                JobQueueName = "q", Priority = 1, JobQueueType = JobQueueType.SAGEMAKER_TRAINING, SchedulingPolicyArn = policy,
                ServiceEnvironmentOrder = [new() { Order = 1, ServiceEnvironment = "se" }],
            },
            Cancellation);
        var share = (await engine.Batch.CreateQuotaShareAsync(
            new()
            {
                QuotaShareName = "s", JobQueue = "q", CapacityLimits = [new() { CapacityUnit = "NUM_INSTANCES", MaxCapacity = 1 }],
                PreemptionConfiguration = new() { InSharePreemption = QuotaShareInSharePreemptionState.DISABLED },
                ResourceSharingConfiguration = new() { Strategy = QuotaShareResourceSharingStrategy.RESERVE },
            },
            Cancellation)).QuotaShareArn!;

        await StillEngine.RefusedAsync("Amazon SageMaker AI", () => SubmitAsync("q"));
        await StillEngine.RefusedAsync("takes no service jobs", () => SubmitAsync("local"));
        await StillEngine.RefusedAsync("takes service jobs only", () => engine.SubmitAsync(request => request.JobQueue = "q"));
        Assert.Equal("s", Assert.Single((await engine.Batch.ListQuotaSharesAsync(new() { JobQueue = "q" }, Cancellation)).QuotaShares!).QuotaShareName);
        await StillEngine.RefusedAsync("must be DISABLED", () => engine.Batch.DeleteQuotaShareAsync(new() { QuotaShareArn = share }, Cancellation));
        await engine.Batch.TagResourceAsync(new() { ResourceArn = share, Tags = new() { ["a"] = "b" } }, Cancellation);
        Assert.Equal("b", (await engine.Batch.DescribeQuotaShareAsync(new() { QuotaShareArn = share }, Cancellation)).Tags!["a"]);
        await StillEngine.RefusedAsync("JobQueue relationship", () => engine.Batch.DeleteServiceEnvironmentAsync(new() { ServiceEnvironment = "se" }, Cancellation));
        Assert.Empty((await engine.Batch.ListServiceJobsAsync(new() { JobQueue = "q" }, Cancellation)).JobSummaryList!);

        Task SubmitAsync(string queue) => engine.Batch.SubmitServiceJobAsync(
            new() { JobName = "j", JobQueue = queue, ServiceJobType = ServiceJobType.SAGEMAKER_TRAINING, ServiceRequestPayload = "{}" }, Cancellation);
    }

    [Fact]
    public async Task A_snapshot_shows_who_waits_in_front_and_since_when()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var running = await engine.SubmitAsync();
        var first = await engine.SubmitAsync();
        var second = await engine.SubmitAsync();
        var third = await engine.SubmitAsync();
        var start = engine.Time.GetUtcNow().ToUnixTimeMilliseconds();
        engine.Time.Advance(TimeSpan.FromSeconds(5));
        await engine.CancelAsync(second);

        var jobs = (await engine.Batch.GetJobQueueSnapshotAsync(new() { JobQueue = "local" }, Cancellation)).FrontOfQueue!.Jobs!;
        Assert.Equal([(first, start), (third, start + 5000)], jobs.Select(job => (job.JobArn!.Split('/')[1], job.EarliestTimeAtPosition!.Value)));
        engine.Time.Advance(TimeSpan.FromSeconds(5));
        engine.Attempt(running).Exit(0);

        var snapshot = await engine.Batch.GetJobQueueSnapshotAsync(new() { JobQueue = "local" }, Cancellation);
        Assert.Equal(start + 10_000, Assert.Single(snapshot.FrontOfQueue!.Jobs!).EarliestTimeAtPosition);
        Assert.Equal(1, Assert.Single(snapshot.QueueUtilization!.TotalCapacityUsage!).Quantity);
    }
}
