using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling.Waiting;

/// <summary>Queues with a scheduling policy.</summary>
public sealed class FairShareTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shares_of_the_same_weight_get_the_same()
    {
        await using var engine = await OpenAsync(processors: 4);
        for (var count = 0; count < 6; count++)
            await SubmitAsync(engine, "a");
        for (var count = 0; count < 6; count++)
            await SubmitAsync(engine, "b");

        // The first four places went to the only share there was; from then on the other one makes up for it.
        Assert.Equal("aaaa", await SharesAsync(engine));
        await RunAllAsync(engine, TimeSpan.FromSeconds(60));
        Assert.Equal("aaaabbbb", await SharesAsync(engine));
    }

    [Theory]
    [InlineData(1f, 1f, 6, 6)]
    [InlineData(1f, 0.5f, 4, 8)]
    [InlineData(3f, 1f, 3, 9)]
    public async Task Places_go_by_the_weights(float weightOfA, float weightOfB, int placesOfA, int placesOfB)
    {
        await using var engine = await OpenAsync(processors: 13, ("a", weightOfA), ("b", weightOfB));
        var filler = await SubmitAsync(engine, "filler", vcpus: 13);
        for (var count = 0; count < 12; count++)
        {
            await SubmitAsync(engine, "a");
            await SubmitAsync(engine, "b");
        }

        engine.Attempt(filler).Exit(0);

        var places = (await SharesAsync(engine))["filler".Length..][..12];
        Assert.Equal((placesOfA, placesOfB), (places.Count(share => share == 'a'), places.Count(share => share == 'b')));
    }

    [Fact]
    public async Task What_was_used_counts_less_with_time_and_nothing_after_the_window()
    {
        await using var engine = await OpenAsync(processors: 1, decay: 100);
        var first = await SubmitAsync(engine, "a");
        engine.Attempt(first).Begin();
        engine.Time.Advance(TimeSpan.FromSeconds(50));
        var filler = await SubmitAsync(engine, "filler");
        await SubmitAsync(engine, "a");
        await SubmitAsync(engine, "b");

        engine.Attempt(first).Exit(0);
        Assert.Equal("afiller", await SharesAsync(engine));
        engine.Time.Advance(TimeSpan.FromSeconds(101));
        engine.Attempt(filler).Exit(0);

        Assert.Equal("afillera", await SharesAsync(engine));
    }

    [Fact]
    public async Task Usage_survives_a_restart()
    {
        await using (var before = await OpenAsync(processors: 1))
        {
            var first = await SubmitAsync(before, "a");
            before.Attempt(first).Begin();
            before.Time.Advance(TimeSpan.FromSeconds(30));
            before.Attempt(first).Exit(0);
        }

        await using var engine = StillEngine.Open(_folder, processors: 1);
        engine.Time.Advance(TimeSpan.FromSeconds(30));
        var filler = await SubmitAsync(engine, "filler");
        await SubmitAsync(engine, "a");
        await SubmitAsync(engine, "b");
        engine.Attempt(filler).Exit(0);

        Assert.Equal("fillerb", await SharesAsync(engine));
    }

    [Fact]
    public async Task Within_a_share_a_higher_priority_goes_first_and_the_submissions_beats_the_definitions()
    {
        await using var engine = await OpenAsync(processors: 1);
        await engine.DefineAsync(request => request.SchedulingPriority = 5);
        var first = await SubmitAsync(engine, "a");
        var usual = await SubmitAsync(engine, "a");
        var low = await SubmitAsync(engine, "a", change: request => request.SchedulingPriorityOverride = 1);
        var high = await SubmitAsync(engine, "a", change: request => request.SchedulingPriorityOverride = 9);

        foreach (var id in new[] { first, high, usual, low })
            engine.Attempt(id).Exit(0);

        Assert.Equal([first, high, usual, low], engine.StartedJobs);
        Assert.Equal(9, (await engine.DescribeAsync(high)).SchedulingPriority);
        Assert.Equal(5, (await engine.DescribeAsync(usual)).SchedulingPriority);
    }

    [Fact]
    public async Task Vcpus_are_kept_for_shares_that_are_not_active_yet()
    {
        await using var engine = await OpenAsync(processors: 8, reservation: 50);
        for (var count = 0; count < 8; count++)
            await SubmitAsync(engine, "a");
        Assert.Equal(4, engine.Runner.Started.Count);

        // A second active share halves what is kept: 50 % of 50 %.
        await SubmitAsync(engine, "b");

        Assert.Equal(6, engine.Runner.Started.Count);
    }

    [Fact]
    public async Task Shares_that_one_entry_stands_for_have_its_weight_together()
    {
        await using var engine = await OpenAsync(processors: 13, ("user*", 1), ("b", 1));
        var filler = await SubmitAsync(engine, "filler", vcpus: 13);
        for (var count = 0; count < 12; count++)
        {
            await SubmitAsync(engine, "user1");
            await SubmitAsync(engine, "user2");
            await SubmitAsync(engine, "b");
        }

        engine.Attempt(filler).Exit(0);

        var places = await Task.WhenAll(engine.StartedJobs.Skip(1).Take(12).Select(async id => (await engine.DescribeAsync(id)).ShareIdentifier));
        Assert.Equal(6, places.Count(share => share == "b"));
    }

    [Fact]
    public async Task A_share_is_asked_for_where_there_is_a_policy_and_only_there()
    {
        await using var engine = await OpenAsync(processors: 1);

        await StillEngine.RefusedAsync("shareIdentifier must be given", () => engine.SubmitAsync(request => request.JobQueue = "fair"));
        await StillEngine.RefusedAsync("letters and digits", () => SubmitAsync(engine, "a*"));
        await StillEngine.RefusedAsync("cannot be given for a job queue without", () => engine.SubmitAsync(request => request.ShareIdentifier = "a"));
        await StillEngine.RefusedAsync("between 0 and 9999", () => SubmitAsync(engine, "a", change: request => request.SchedulingPriorityOverride = 10_000));
    }

    [Fact]
    public async Task Jobs_are_listed_by_share()
    {
        await using var engine = await OpenAsync(processors: 1);
        await SubmitAsync(engine, "a");
        await SubmitAsync(engine, "a");
        var other = await SubmitAsync(engine, "b");

        var listed = await engine.Batch.ListJobsAsync(
            new() { JobQueue = "fair", JobStatus = "RUNNABLE", Filters = [new() { Name = "SHARE_IDENTIFIER", Values = ["b"] }] }, Cancellation);

        Assert.Equal((other, "b"), (Assert.Single(listed.JobSummaryList!).JobId, listed.JobSummaryList![0].ShareIdentifier));
    }

    private async Task<StillEngine> OpenAsync(int processors, int decay = 600, int reservation = 0)
    {
        var engine = StillEngine.Open(_folder, processors);
        await AddQueueAsync(engine, new FairsharePolicy { ShareDecaySeconds = decay, ComputeReservation = reservation });
        return engine;
    }

    private async Task<StillEngine> OpenAsync(int processors, params (string Share, float Weight)[] weights)
    {
        var engine = StillEngine.Open(_folder, processors);
        await AddQueueAsync(engine, new FairsharePolicy
        {
            ShareDistribution = [.. weights.Select(entry => new ShareAttributes { ShareIdentifier = entry.Share, WeightFactor = entry.Weight })],
        });
        return engine;
    }

    private static async Task AddQueueAsync(StillEngine engine, FairsharePolicy policy)
    {
        var arn = (await engine.Batch.CreateSchedulingPolicyAsync(new() { Name = "policy", FairsharePolicy = policy }, Cancellation)).Arn;
        await engine.Batch.CreateJobQueueAsync(
            new()
            {
                JobQueueName = "fair", Priority = 1, SchedulingPolicyArn = arn,
                ComputeEnvironmentOrder = [new() { Order = 1, ComputeEnvironment = "local" }],
            },
            Cancellation);
    }

    private static Task<string> SubmitAsync(StillEngine engine, string share, int vcpus = 1, Action<SubmitJobRequest>? change = null) => engine.SubmitAsync(request =>
    {
        request.JobQueue = "fair";
        request.ShareIdentifier = share;
        request.ContainerOverrides = new() { Vcpus = vcpus };
        change?.Invoke(request);
    });

    private static async Task<string> SharesAsync(StillEngine engine)
    {
        var shares = new List<string>();
        foreach (var id in engine.StartedJobs.ToList())
            shares.Add((await engine.DescribeAsync(id)).ShareIdentifier!);
        return string.Concat(shares);
    }

    private static Task RunAllAsync(StillEngine engine, TimeSpan duration)
    {
        var running = engine.Runner.Started.Where(attempt => !attempt.IsOver).ToList();
        running.ForEach(attempt => attempt.Begin());
        engine.Time.Advance(duration);
        running.ForEach(attempt => attempt.Exit(0));
        return Task.CompletedTask;
    }
}
