namespace BatchTools.Tests;

public sealed class FargateRateTests
{
    private static readonly DateTime Published = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly PriceTable Prices = new(
        new Dictionary<string, decimal>
        {
            ["Fargate-vCPU-Hours:perCPU"] = 0.04m, ["Fargate-GB-Hours"] = 0.005m,
            ["Fargate-ARM-vCPU-Hours:perCPU"] = 0.03m, ["Fargate-ARM-GB-Hours"] = 0.004m,
            ["Fargate-Windows-vCPU-Hours:perCPU"] = 0.05m, ["Fargate-Windows-OS-Hours:perCPU"] = 0.02m, ["Fargate-Windows-GB-Hours"] = 0.006m,
            ["Fargate-EphemeralStorage-GB-Hours"] = 0.001m,
            ["SpotUsage-Fargate-vCPU-Hours:perCPU"] = 0.01m, ["SpotUsage-Fargate-GB-Hours"] = 0.001m,
        },
        Published);

    private static readonly JobNeeds Needs = new(2, 4096, 0);

    [Fact]
    public void A_job_pays_for_its_vcpus_its_gigabytes_and_the_disk_that_is_more_than_included()
    {
        Assert.Equal(0.1m, PerHour(Needs));
        Assert.Equal(0.1m, PerHour(Needs with { Storage = 20 }));
        Assert.Equal(0.13m, PerHour(Needs with { Storage = 50 }));
        Assert.Equal(0.076m, PerHour(Needs with { IsArm = true }));
        Assert.Equal(0.164m, PerHour(Needs with { IsWindows = true }));
        Assert.Equal(Published, FargateRate.Of(Needs, isSpot: false, Prices).Date);
    }

    [Fact]
    public void Where_the_list_has_no_price_for_Spot_the_price_of_Fargate_bounds_it()
    {
        Assert.Equal(new(0.024m, 0.024m), FargateRate.Of(Needs, isSpot: true, Prices).PerHour);
        var arm = FargateRate.Of(Needs with { IsArm = true }, isSpot: true, Prices);
        Assert.Equal((new(null, 0.076m), "the price of Fargate Spot, ARM64, which the price list does not tell"), (arm.PerHour, arm.Missing));
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        Assert.Equal(CostRange.Unknown, FargateRate.Of(Needs with { Memory = null }, isSpot: false, Prices).PerHour);
        var rate = FargateRate.Of(Needs, isSpot: false, PriceTable.Empty);
        Assert.Equal(CostRange.Unknown, rate.PerHour);
        Assert.Contains("price list", rate.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minute_is_paid_at_least()
    {
        var time = new RunTime(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(90), 2, "");
        var cost = FargateRate.Of(Needs, isSpot: false, Prices).For(time);
        Assert.Equal((0.1m / 60, 0.1m / 60 * 3), (cost.Low!.Value, cost.High!.Value), Nearly);
    }

    private static decimal? PerHour(JobNeeds needs) => FargateRate.Of(needs, isSpot: false, Prices).PerHour.High;

    private static bool Nearly((decimal, decimal) one, (decimal, decimal) other) =>
        Math.Abs(one.Item1 - other.Item1) < 1e-8m && Math.Abs(one.Item2 - other.Item2) < 1e-8m;
}
