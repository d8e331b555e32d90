using System.Collections.Concurrent;

namespace BatchTools;

/// <summary>Prices for estimates of cost: each is looked up once on a connection.</summary>
/// <param name="connection">The connection to ask on.</param>
internal sealed class MarketPrices(BatchConnection connection)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, InstanceMarket> _markets = new(StringComparer.Ordinal);
    private readonly ShortLived<PriceTable> _fargate = new(connection.TimeProvider, Life);

    /// <summary>The instance types of a name: a type or a family.</summary>
    public InstanceMarket Of(string typeOrFamily) => _markets.GetOrAdd(typeOrFamily, name => new(connection, name));

    /// <summary>The prices of Fargate by AWS's words for what is used, without the Region that may stand before.</summary>
    public Task<PriceTable> FargateAsync(CancellationToken cancellationToken) => _fargate.GetAsync(
        async cancellation =>
        {
            var table = await new PriceList(connection).OnDemandAsync("AmazonECS", "usagetype", [PriceList.Contains("usagetype", "Fargate")], cancellation);
            return new PriceTable(table.Hourly.ToDictionary(price => WithoutRegion(price.Key), price => price.Value, StringComparer.Ordinal), table.Date);
        },
        cancellationToken);

    private static string WithoutRegion(string usage)
    {
        var start = usage.IndexOf("SpotUsage-", StringComparison.Ordinal);
        return usage[(start >= 0 ? start : Math.Max(0, usage.IndexOf("Fargate-", StringComparison.Ordinal)))..];
    }
}
