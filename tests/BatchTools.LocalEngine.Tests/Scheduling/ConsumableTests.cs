using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Scheduling;

/// <summary>Jobs that need consumable resources.</summary>
public sealed class ConsumableTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_waits_until_what_it_needs_is_there()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await CreateAsync(engine, 3);
        var first = await SubmitAsync(engine, 2);
        var second = await SubmitAsync(engine, 2);

        await engine.AssertAsync(second, JobStatus.RUNNABLE, null);
        Assert.Equal((3, 2, 1), await QuantitiesAsync(engine));
        engine.Attempt(first).Exit(0);

        await engine.AssertAsync(second, JobStatus.STARTING, null);
        engine.Attempt(second).Exit(1);
        Assert.Equal((3, 0, 3), await QuantitiesAsync(engine));
    }

    [Fact]
    public async Task A_larger_total_lets_the_waiting_go_on()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await CreateAsync(engine, 0);
        var id = await SubmitAsync(engine, 2);

        await UpdateAsync(engine, "ADD", 1);
        await engine.AssertAsync(id, JobStatus.RUNNABLE, null);
        await UpdateAsync(engine, "ADD", 1);

        await engine.AssertAsync(id, JobStatus.STARTING, null);
        await UpdateAsync(engine, "SET", 7);
        await UpdateAsync(engine, "REMOVE", 2);
        Assert.Equal((5, 2, 3), await QuantitiesAsync(engine));
        await StillEngine.RefusedAsync("more than the total", () => UpdateAsync(engine, "REMOVE", 6));
        await StillEngine.RefusedAsync("SET, ADD or REMOVE", () => UpdateAsync(engine, "DOUBLE", 1));
        await StillEngine.RefusedAsync("must not be negative", () => UpdateAsync(engine, "ADD", -1));
    }

    [Fact]
    public async Task What_cannot_be_replenished_is_used_up()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await CreateAsync(engine, 3, ConsumableResource.NonReplenishable);
        var id = await SubmitAsync(engine, 2);

        engine.Attempt(id).Exit(0);

        Assert.Equal((1, 0, 1), await QuantitiesAsync(engine));
    }

    [Fact]
    public async Task An_update_with_a_token_is_made_once_in_eight_hours()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await CreateAsync(engine, 0);

        await UpdateAsync(engine, "ADD", 1, "t");
        await UpdateAsync(engine, "ADD", 1, "t");
        Assert.Equal((1, 0, 1), await QuantitiesAsync(engine));
        engine.Time.Advance(TimeSpan.FromHours(8.1));
        await UpdateAsync(engine, "ADD", 1, "t");

        Assert.Equal((2, 0, 2), await QuantitiesAsync(engine));
    }

    [Fact]
    public async Task Jobs_are_listed_by_what_they_need()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await CreateAsync(engine, 2);
        var running = await SubmitAsync(engine, 2);
        var waiting = await SubmitAsync(engine, 1);
        await engine.SubmitAsync();

        var all = (await engine.Batch.ListJobsByConsumableResourceAsync(new() { ConsumableResource = "licence" }, Cancellation)).Jobs!;
        var runnable = (await engine.Batch.ListJobsByConsumableResourceAsync(
            new() { ConsumableResource = "licence", Filters = [new() { Name = "JOB_STATUS", Values = ["RUNNABLE"] }] }, Cancellation)).Jobs!;

        Assert.Equal([(waiting, 1L), (running, 2L)], all.Select(job => (job.JobArn!.Split('/')[1], job.Quantity!.Value)));
        Assert.EndsWith(waiting, Assert.Single(runnable).JobArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_in_use_stays_and_one_that_is_not_there_is_named()
    {
        await using var engine = StillEngine.Open(_folder, processors: 8);
        await CreateAsync(engine, 2);
        var id = await SubmitAsync(engine, 2);

        await StillEngine.RefusedAsync("in use", DeleteAsync);
        engine.Attempt(id).Exit(0);
        await DeleteAsync();

        await StillEngine.RefusedAsync("ConsumableResource licence not found.", () => SubmitAsync(engine, 1));

        Task DeleteAsync() => engine.Batch.DeleteConsumableResourceAsync(new() { ConsumableResource = "licence" }, Cancellation);
    }

    [Fact]
    public async Task Totals_survive_a_restart_and_what_is_lost_is_free_again()
    {
        await using (var before = StillEngine.Open(_folder, processors: 8))
        {
            await CreateAsync(before, 2);
            before.Attempt(await SubmitAsync(before, 2)).Begin();
        }

        await using var engine = StillEngine.Open(_folder, processors: 8);

        Assert.Equal((2, 0, 2), await QuantitiesAsync(engine));
    }

    private static Task CreateAsync(StillEngine engine, long total, string? type = null) => engine.Batch.CreateConsumableResourceAsync(
        new() { ConsumableResourceName = "licence", TotalQuantity = total, ResourceType = type }, Cancellation);

    [Fact]
    public async Task A_token_counts_for_8_hours_also_when_the_engine_is_opened_anew()
    {
        var time = new ManualTimeProvider();
        await using (var engine = StillEngine.Open(_folder, time: time))
        {
            await CreateAsync(engine, 1);
            await UpdateAsync(engine, "ADD", 1, "once");
        }

        await using (var again = StillEngine.Open(_folder, time: time))
        {
            await UpdateAsync(again, "ADD", 1, "once");
            Assert.Equal(2, (await QuantitiesAsync(again)).Total);
            time.Advance(TimeSpan.FromHours(8.1));
            await UpdateAsync(again, "ADD", 1, "once");
            Assert.Equal(3, (await QuantitiesAsync(again)).Total);
        }
    }

    private static Task UpdateAsync(StillEngine engine, string operation, long quantity, string? token = null) => engine.Batch.UpdateConsumableResourceAsync(
        new() { ConsumableResource = "licence", Operation = operation, Quantity = quantity, ClientToken = token }, Cancellation);

    private static Task<string> SubmitAsync(StillEngine engine, long quantity) => engine.SubmitAsync(request =>
        request.ConsumableResourcePropertiesOverride = new() { ConsumableResourceList = [new() { ConsumableResource = "licence", Quantity = quantity }] });

    private static async Task<(long Total, long InUse, long Available)> QuantitiesAsync(StillEngine engine)
    {
        var resource = await engine.Batch.DescribeConsumableResourceAsync(new() { ConsumableResource = "licence" }, Cancellation);
        return (resource.TotalQuantity!.Value, resource.InUseQuantity!.Value, resource.AvailableQuantity!.Value);
    }
}
