using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>Policies, consumable resources and tags on a real engine.</summary>
public sealed class SharingTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_a_policy_leaves_what_it_does_not_give()
    {
        var policies = new SchedulingPolicies(local.Connection, _reporter);
        await policies.CreateAsync(
            new() { Name = "fair", FairsharePolicy = new() { ShareDecaySeconds = 600, ComputeReservation = 20, ShareDistribution = [new() { ShareIdentifier = "a", WeightFactor = 0.1f }] } }, Cancel);

        var changed = await policies.UpdateAsync(new() { Arn = "fair", FairsharePolicy = new() { ComputeReservation = 0 } }, Cancel);

        Assert.Equal((0, TimeSpan.FromMinutes(10), 0.1), (changed.ComputeReservation, changed.ShareDecay, changed.Shares["a"]));
        Assert.Equal(["fair"], await policies.GetAsync(["f*r"], Cancel).Select(one => one.SchedulingPolicyName).ToListAsync(Cancel));
        Assert.Empty(await policies.GetAsync(["nope", "arn:aws:batch:us-east-1:000000000000:scheduling-policy/nope"], Cancel).ToListAsync(Cancel));
        Assert.Equal([nameof(Messages.ResourceNotFound), nameof(Messages.ResourceNotFound)], _reporter.Errors.Select(error => error.ErrorId));
    }

    [Fact]
    public async Task A_quantity_is_changed_once_by_its_token()
    {
        var resources = new ConsumableResources(local.Connection, _reporter);
        await resources.CreateAsync(new() { ConsumableResourceName = "licences", TotalQuantity = 10 }, Cancel);
        var request = new UpdateConsumableResourceRequest { ConsumableResource = "licences", Operation = "ADD", Quantity = 5 };

        await resources.UpdateAsync(request, Cancel);
        Assert.NotNull(request.ClientToken);
        Assert.Equal(15, (await resources.UpdateAsync(request, Cancel)).TotalQuantity);
    }

    [Fact]
    public async Task Resources_are_found_by_name_pattern_and_ARN_without_one_that_is_missing()
    {
        var resources = new ConsumableResources(local.Connection, _reporter);
        var one = await resources.CreateAsync(new() { ConsumableResourceName = "one", TotalQuantity = 1 }, Cancel);
        await resources.CreateAsync(new() { ConsumableResourceName = "other", TotalQuantity = 1 }, Cancel);

        Assert.Equal(["one", "other"], await NamesAsync("o*"));
        Assert.Equal(["one"], await NamesAsync("*ne"));
        Assert.Equal(["one", "other"], await NamesAsync(one.ConsumableResourceArn, "nope", "other"));
        Assert.Equal("nope", Assert.Single(_reporter.Errors).Target);

        async Task<List<string>> NamesAsync(params string[] names) =>
            await resources.GetAsync(names, Cancel).Select(resource => resource.ConsumableResourceName).ToListAsync(Cancel);
    }

    [Fact]
    public async Task Tags_come_and_go()
    {
        var policy = await new SchedulingPolicies(local.Connection, _reporter).CreateAsync(new() { Name = "tagged", FairsharePolicy = new() { ComputeReservation = 1 } }, Cancel);
        var tags = new ResourceTags(local.Connection);

        await tags.AddAsync(policy.SchedulingPolicyArn, new Dictionary<string, string> { ["B"] = "2", ["A"] = "" }, Cancel);
        Assert.Equal(["A=", "B=2"], (await tags.GetAsync(policy.SchedulingPolicyArn, Cancel)).Select(tag => $"{tag}"));
        await tags.RemoveAsync(policy.SchedulingPolicyArn, ["A", "missing"], Cancel);
        Assert.Equal("B", Assert.Single(await tags.GetAsync(policy.SchedulingPolicyArn, Cancel)).Key);
    }
}
