namespace BatchTools;

/// <summary>What an hour of a job costs on Fargate: https://aws.amazon.com/fargate/pricing/.</summary>
internal static class FargateRate
{
    private const int IncludedStorage = 20;

    /// <summary>The rate; the price of Fargate bounds that of Fargate Spot, where the price list lacks it.</summary>
    /// <param name="needs">What the job takes.</param>
    /// <param name="isSpot">Whether it runs on Fargate Spot.</param>
    /// <param name="prices">The price list.</param>
    public static HourlyRate Of(JobNeeds needs, bool isSpot, PriceTable prices)
    {
        if (needs is not { Vcpu: { } vcpu, Memory: { } memory })
            return HourlyRate.Unknown("the vCPUs and the memory of the job");
        var platform = needs.IsWindows ? "Windows-" : needs.IsArm ? "ARM-" : "";
        var kind = $"{(isSpot ? "Fargate Spot" : "Fargate")}{(needs.IsWindows ? ", Windows" : needs.IsArm ? ", ARM64" : "")}";
        var gigabytes = memory / 1024m;
        var system = needs.IsWindows ? prices.Find("Fargate-Windows-OS-Hours:perCPU") : 0;
        var disk = Math.Max(0, (needs.Storage ?? 0) - IncludedStorage) is > 0 and var more ? more * prices.Find("Fargate-EphemeralStorage-GB-Hours") : 0;
        var full = Sum("Fargate-");
        if (!isSpot)
        {
            return full is { } price
                ? new(new(price, price), $"{kind}: {CostRange.Text(price)} an hour for {needs}", prices.Date) { HasLeastMinute = true }
                : HourlyRate.Unknown($"the price of {kind}, which the price list of the Region does not tell");
        }

        if (Sum("SpotUsage-Fargate-") is { } spot)
            return new(new(spot, spot), $"{kind}: {CostRange.Text(spot)} an hour for {needs}", prices.Date) { HasLeastMinute = true };
        return new(new(null, full), full is { } most ? $"{kind}: less than the {CostRange.Text(most)} an hour of Fargate for {needs}" : "", prices.Date)
        {
            HasLeastMinute = true,
            Missing = $"the price of {kind}, which the price list does not tell",
        };

        decimal? Sum(string usage) =>
            (vcpu * prices.Find($"{usage}{platform}vCPU-Hours:perCPU")) + (gigabytes * prices.Find($"{usage}{platform}GB-Hours")) + (system * vcpu) + disk;
    }
}
