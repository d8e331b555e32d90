using Amazon.EC2.Model;

namespace BatchTools;

/// <summary>What an hour of a job costs on EC2 instances, of which it has a share.</summary>
/// <param name="prices">The prices.</param>
internal sealed class InstanceRate(MarketPrices prices)
{
    /// <summary>
    /// The rate. At least, a job pays the part of its instance that it takes, where other jobs fill the rest; at most, the jobs
    /// that fit on an instance pay for the whole of it.
    /// </summary>
    /// <param name="names">The types and families that may be started.</param>
    /// <param name="isSpot">Whether they are Spot instances.</param>
    /// <param name="needs">What the job takes.</param>
    /// <param name="jobs">How many such jobs there are to fill an instance; null: the part that the job takes is all that counts.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="BatchException">Types or prices may not be read.</exception>
    public async Task<HourlyRate> OfAsync(IEnumerable<string> names, bool isSpot, JobNeeds needs, long? jobs, CancellationToken cancellationToken)
    {
        if (needs is not { Vcpu: not null, Memory: not null })
            return HourlyRate.Unknown("the vCPUs and the memory of the job");
        var offers = new List<(string Type, int Vcpu, CostRange Rate)>();
        var unpriced = new List<string>();
        DateTime? date = null;
        var found = await Task.WhenAll(InstanceFamilies.Resolve(names).Select(name => ReadAsync(prices.Of(name), isSpot, cancellationToken)));
        foreach (var (types, table) in found)
        {
            foreach (var type in types.Where(type => Fits(type, needs)))
            {
                var name = type.InstanceType!.ToString();
                if (table.Range(name) is { } price)
                    offers.Add((name, type.VCpuInfo!.DefaultVCpus!.Value, Share(price, type, needs, jobs)));
                else
                    unpriced.Add(name);
            }

            date = table.Date > date || date is null ? table.Date : date;
        }

        if (offers.Count == 0)
        {
            return HourlyRate.Unknown(unpriced.Count > 0
                ? $"the {(isSpot ? "Spot price" : "price")} of {string.Join(", ", unpriced.Take(3))}"
                : $"an instance type among {string.Join(", ", names)} that the Region has and that holds {needs}");
        }

        var rate = offers.Select(offer => offer.Rate).Aggregate((one, other) => one.Or(other));
        offers.Sort((one, other) => one.Vcpu.CompareTo(other.Vcpu)); // of types that cost the same, the smallest is told
        var (cheapest, dearest) = (offers.MinBy(offer => offer.Rate.Low).Type, offers.MaxBy(offer => offer.Rate.High).Type);
        var range = cheapest == dearest ? cheapest : $"{cheapest} to {dearest}";
        var sharing = rate.Low == rate.High ? "" : jobs is null ? "" : ", from its part of an instance to no other jobs on it";
        return new(rate, $"{(isSpot ? "EC2 Spot" : "EC2")}, {range}: {rate} an hour for {needs}{sharing}", date);
    }

    private static async Task<(IReadOnlyList<InstanceTypeInfo> Types, PriceTable Prices)> ReadAsync(
        InstanceMarket market, bool isSpot, CancellationToken cancellationToken)
    {
        var types = market.TypesAsync(cancellationToken);
        var table = isSpot ? market.SpotAsync(cancellationToken) : market.OnDemandAsync(cancellationToken);
        await Task.WhenAll(types, table);
        return (await types, await table);
    }

    private static bool Fits(InstanceTypeInfo type, JobNeeds needs) =>
        type.VCpuInfo?.DefaultVCpus >= needs.Vcpu && type.MemoryInfo?.SizeInMiB >= needs.Memory && Gpus(type) >= needs.Gpu;

    private static CostRange Share(CostRange price, InstanceTypeInfo type, JobNeeds needs, long? jobs)
    {
        if (needs.Nodes is { } nodes)
            return price.Times(nodes, nodes);
        (decimal Taken, decimal Whole)[] parts =
        [
            (needs.Vcpu!.Value, type.VCpuInfo!.DefaultVCpus!.Value), (needs.Memory!.Value, type.MemoryInfo!.SizeInMiB!.Value), (needs.Gpu, Math.Max(1, Gpus(type))),
        ];
        var (taken, whole) = parts.MaxBy(part => part.Taken / part.Whole);
        var low = price.Low * taken / whole;
        return new(low, jobs is { } count ? price.High / Math.Min(Math.Floor(whole / taken), count) : price.High * taken / whole);
    }

    private static int Gpus(InstanceTypeInfo type) => type.GpuInfo?.Gpus?.Sum(gpu => gpu.Count ?? 0) ?? 0;
}
