namespace BatchTools.Tests;

/// <summary>Instance types and prices of a real engine.</summary>
public sealed class InstanceTypesTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Types_come_with_their_prices_the_cheapest_vcpu_first()
    {
        var found = await FindAsync(new() { Vcpu = new(4, 16), Memory = new(16384, null), Architecture = "arm64" });

        Assert.NotEmpty(found);
        Assert.All(found, offer =>
        {
            Assert.InRange(offer.Vcpu, 4, 16);
            Assert.True(offer.Memory >= 16384);
            Assert.Contains("arm64", offer.Architecture);
            Assert.InRange(offer.Saving!.Value, 0.01, 0.99);
            Assert.True(offer.SpotPrice < offer.OnDemandPrice);
            Assert.Equal(("us-east-1", 6), (offer.Region, offer.AvailabilityZones.Count));
            Assert.Equal(2025, offer.PriceDate!.Value.Year);
        });
        Assert.Equal(found.Select(offer => offer.OnDemandPricePerVcpu).Order(), found.Select(offer => offer.OnDemandPricePerVcpu));
        Assert.Empty(_reporter.Warnings);
    }

    [Fact]
    public async Task Families_names_and_patterns_are_found_and_gpus_told()
    {
        Assert.All(await FindAsync(new() { Names = ["M5"] }), offer => Assert.StartsWith("m5.", offer.InstanceType, StringComparison.Ordinal));
        Assert.Equal("m5.large", Assert.Single(await FindAsync(new() { Names = ["m5.large"] })).InstanceType);
        Assert.All(await FindAsync(new() { Names = ["*.large"] }), offer => Assert.EndsWith(".large", offer.InstanceType, StringComparison.Ordinal));
        var withGpu = await FindAsync(new() { Gpu = new(1, null), IsSpot = true });
        Assert.All(withGpu, offer => Assert.True(offer is { Gpu: >= 1, GpuMemory: > 0, GpuName: not null }));
        Assert.Equal(withGpu.Select(offer => offer.SpotPricePerVcpu).Order(), withGpu.Select(offer => offer.SpotPricePerVcpu));
        Assert.Empty(await FindAsync(new() { Names = ["nothing"] }));
    }

    [Fact]
    public async Task Burstable_types_are_left_out_as_no_environment_may_have_them()
    {
        Assert.DoesNotContain(await FindAsync(new() { Architecture = "arm64" }), offer => offer.InstanceType.StartsWith("t4g", StringComparison.Ordinal));
        Assert.Empty(_reporter.Warnings);

        Assert.Empty(await FindAsync(new() { Names = ["t3.large", "t3.xlarge"] }));
        Assert.Equal("AWS Batch takes no burstable instance types: t3.large, t3.xlarge. Ask for another family, such as m7i.", Assert.Single(_reporter.Warnings));
    }

    private async Task<List<InstanceOffer>> FindAsync(InstanceFilter filter) =>
        await new InstanceTypes(local.Connection, _reporter).FindAsync(filter, Cancel).ToListAsync(Cancel);
}
