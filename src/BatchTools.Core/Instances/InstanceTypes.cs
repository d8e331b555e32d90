using System.Runtime.CompilerServices;
using Amazon.EC2.Model;

namespace BatchTools;

/// <summary>Finds instance types with their prices.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of prices that cannot be looked up.</param>
internal sealed class InstanceTypes(BatchConnection connection, IReporter reporter)
{
    /// <summary>
    /// Finds instance types that a compute environment can have, the cheapest for a vCPU first; those without a price come last.
    /// AWS Batch takes no burstable ones.
    /// </summary>
    /// <exception cref="BatchException">EC2 does not tell its instance types.</exception>
    public async IAsyncEnumerable<InstanceOffer> FindAsync(InstanceFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var market = connection.Market;
        var zones = market.ZonesAsync(cancellationToken);
        var prices = PricesAsync(market.OnDemandAsync, cancellationToken);
        var spotPrices = PricesAsync(market.SpotAsync, cancellationToken);
        await Task.WhenAll(zones, prices, spotPrices);
        var (offered, onDemand, spot) = (await zones, await prices, await spotPrices);
        var types = (await market.TypesAsync(cancellationToken)).ToLookup(
            type => type.BurstablePerformanceSupported == true,
            type => Offer(type, offered, onDemand, spot));
        var found = types[false].Where(filter.Matches).ToList();
        if (found.Count == 0 && types[true].Where(filter.Matches).Select(offer => offer.InstanceType).ToList() is { Count: > 0 } burstable)
            reporter.Warning(BatchException.Text(nameof(Messages.BurstableTypes), string.Join(", ", burstable)));
        var offers = found
            .OrderBy(offer => (filter.IsSpot ? offer.SpotPricePerVcpu : offer.OnDemandPricePerVcpu) ?? decimal.MaxValue)
            .ThenBy(offer => offer.Vcpu)
            .ThenBy(offer => offer.InstanceType, StringComparer.Ordinal);
        foreach (var offer in offers)
            yield return offer;
    }

    // A caller who may not read prices still wants to know what there is.
    private async Task<PriceTable> PricesAsync(Func<CancellationToken, Task<PriceTable>> lookUp, CancellationToken cancellationToken)
    {
        try
        {
            return await lookUp(cancellationToken);
        }
        catch (BatchException error)
        {
            reporter.Warning(BatchException.Text(nameof(Messages.PricesUnknown), error.Message));
            return PriceTable.Empty;
        }
    }

    private InstanceOffer Offer(InstanceTypeInfo type, ILookup<string, string> zones, PriceTable onDemand, PriceTable spot)
    {
        var name = type.InstanceType!.ToString();
        var gpus = type.GpuInfo?.Gpus ?? [];
        return new()
        {
            InstanceType = name,
            Vcpu = type.VCpuInfo?.DefaultVCpus ?? 0,
            Memory = type.MemoryInfo?.SizeInMiB ?? 0,
            Gpu = gpus.Sum(gpu => gpu.Count ?? 0),
            GpuName = gpus is [var first, ..] ? $"{first.Manufacturer} {first.Name}".Trim() : null,
            GpuMemory = type.GpuInfo?.TotalGpuMemoryInMiB ?? 0,
            Architecture = type.ProcessorInfo?.SupportedArchitectures ?? [],
            NetworkPerformance = type.NetworkInfo?.NetworkPerformance,
            IsCurrentGeneration = type.CurrentGeneration ?? false,
            AvailabilityZones = [.. zones[name].Order(StringComparer.Ordinal)],
            OnDemandPrice = onDemand.Find(name),
            SpotPrice = spot.Find(name),
            Region = connection.Region,
            PriceDate = onDemand.Find(name) is null ? null : onDemand.Date,
            Connection = connection,
        };
    }
}
