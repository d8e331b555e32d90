using System.Globalization;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.Batch;

/// <summary>How many resources an account may have; those of a fresh data folder count.</summary>
public sealed class AccountQuotasTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task There_are_50_environments_and_50_queues_at_most()
    {
        await using var engine = StillEngine.Open(_folder);
        for (var number = 1; number < 50; number++)
        {
            await engine.CreateEnvironmentAsync(Name("e", number), 1);
            await engine.CreateQueueAsync(Name("q", number), 1, "local");
        }

        await StillEngine.RefusedAsync("Maximum number of compute environments supported is 50", () => engine.CreateEnvironmentAsync("more", 1));
        await StillEngine.RefusedAsync("Maximum number of job queues supported is 50", () => engine.CreateQueueAsync("more", 1, "local"));
        await StillEngine.RefusedAsync("Object already exists", () => engine.CreateEnvironmentAsync("e1", 1));

        await engine.Batch.UpdateJobQueueAsync(new() { JobQueue = "q1", State = JQState.DISABLED }, Cancellation);
        await engine.Batch.DeleteJobQueueAsync(new() { JobQueue = "q1" }, Cancellation);
        await engine.CreateQueueAsync("more", 1, "local");
    }

    [Fact]
    public async Task A_queue_has_20_quota_shares_at_most_and_an_account_50_service_environments()
    {
        await using var engine = StillEngine.Open(_folder);
        for (var number = 1; number <= 50; number++)
            await CreateServiceEnvironmentAsync(engine, Name("s", number));
        var policy = (await engine.Batch.CreateSchedulingPolicyAsync(
            new() { Name = "p", QuotaSharePolicy = new() { IdleResourceAssignmentStrategy = QuotaShareIdleResourceAssignmentStrategy.FIFO } }, Cancellation)).Arn;
        foreach (var queue in new[] { "full", "empty" })
        {
            await engine.Batch.CreateJobQueueAsync(
                new()
                {
                    JobQueueName = queue, Priority = 1, JobQueueType = JobQueueType.SAGEMAKER_TRAINING, SchedulingPolicyArn = policy,
                    ServiceEnvironmentOrder = [new() { Order = 1, ServiceEnvironment = "s1" }],
                },
                Cancellation);
        }

        for (var number = 1; number <= 20; number++)
            await CreateShareAsync(engine, "full", Name("share", number));

        await StillEngine.RefusedAsync("Maximum number of service environments supported is 50", () => CreateServiceEnvironmentAsync(engine, "more"));
        await StillEngine.RefusedAsync("Maximum number of quota shares of a job queue supported is 20", () => CreateShareAsync(engine, "full", "more"));
        await CreateShareAsync(engine, "empty", "more");
    }

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");

    private static async Task CreateServiceEnvironmentAsync(StillEngine engine, string name) => await engine.Batch.CreateServiceEnvironmentAsync(
        new() { ServiceEnvironmentName = name, ServiceEnvironmentType = ServiceEnvironmentType.SAGEMAKER_TRAINING, CapacityLimits = [new() { CapacityUnit = "NUM_INSTANCES", MaxCapacity = 2 }] },
        Cancellation);

    private static async Task CreateShareAsync(StillEngine engine, string queue, string name) => await engine.Batch.CreateQuotaShareAsync(
        new()
        {
            QuotaShareName = name, JobQueue = queue, CapacityLimits = [new() { CapacityUnit = "NUM_INSTANCES", MaxCapacity = 1 }],
            PreemptionConfiguration = new() { InSharePreemption = QuotaShareInSharePreemptionState.DISABLED },
            ResourceSharingConfiguration = new() { Strategy = QuotaShareResourceSharingStrategy.RESERVE },
        },
        Cancellation);
}
