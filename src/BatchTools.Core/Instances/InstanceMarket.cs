using System.Globalization;
using Amazon.EC2.Model;

namespace BatchTools;

/// <summary>
/// What EC2 and the price list tell of a Region's instance types: all of them, or those of a name. Prices on Spot are kept for ten
/// minutes, the rest for as long as the connection is used.
/// </summary>
/// <param name="connection">The connection to ask on.</param>
/// <param name="name">A type (c7g.large) or a family (c7g); null: all types.</param>
internal sealed class InstanceMarket(BatchConnection connection, string? name = null)
{
    private const string Linux = "Linux/UNIX";

    private static readonly TimeSpan SpotLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly ShortLived<IReadOnlyList<InstanceTypeInfo>> _types = new(connection.TimeProvider, Life);
    private readonly ShortLived<ILookup<string, string>> _zones = new(connection.TimeProvider, Life);
    private readonly ShortLived<PriceTable> _onDemand = new(connection.TimeProvider, Life);
    private readonly ShortLived<PriceTable> _spot = new(connection.TimeProvider, SpotLife);

    private bool IsFamily => name?.Contains('.', StringComparison.Ordinal) == false;

    private List<Filter>? Named => name is null ? null : [new() { Name = "instance-type", Values = [IsFamily ? name + ".*" : name] }];

    private IEnumerable<Amazon.Pricing.Model.Filter> SharedLinux =>
    [
        PriceList.Has("operatingSystem", "Linux"), PriceList.Has("tenancy", "Shared"), PriceList.Has("preInstalledSw", "NA"),
        PriceList.Has("capacitystatus", "Used"), PriceList.Has("marketoption", "OnDemand"),
        .. name is null ? [] : new[] { IsFamily ? PriceList.Contains("instanceType", name + ".") : PriceList.Has("instanceType", name) },
    ];

    /// <summary>All instance types of the Region.</summary>
    public Task<IReadOnlyList<InstanceTypeInfo>> TypesAsync(CancellationToken cancellationToken) => _types.GetAsync(
        async cancellation => await Pages.ReadAsync(
            (token, stop) => CallAsync("DescribeInstanceTypes", end => connection.EC2.DescribeInstanceTypesAsync(new() { Filters = Named, NextToken = token }, end), stop),
            answer => answer.InstanceTypes, answer => answer.NextToken, cancellation).GatherAsync(cancellation),
        cancellationToken);

    /// <summary>The Availability Zones by the instance types that they have.</summary>
    public Task<ILookup<string, string>> ZonesAsync(CancellationToken cancellationToken) => _zones.GetAsync(
        async cancellation =>
        {
            var offerings = Pages.ReadAsync(
                (token, stop) => CallAsync(
                    "DescribeInstanceTypeOfferings",
                    end => connection.EC2.DescribeInstanceTypeOfferingsAsync(new() { LocationType = "availability-zone", Filters = Named, NextToken = token }, end), stop),
                answer => answer.InstanceTypeOfferings, answer => answer.NextToken, cancellation);
            return (await offerings.GatherAsync(cancellation)).ToLookup(offering => offering.InstanceType!.ToString(), offering => offering.Location!, StringComparer.Ordinal);
        },
        cancellationToken);

    /// <summary>The prices on demand, for Linux on shared hardware.</summary>
    public Task<PriceTable> OnDemandAsync(CancellationToken cancellationToken) => _onDemand.GetAsync(
        cancellation => new PriceList(connection).OnDemandAsync("AmazonEC2", "instanceType", SharedLinux, cancellation), cancellationToken);

    /// <summary>The present prices on Spot, in the cheapest and in the dearest Availability Zone.</summary>
    public Task<PriceTable> SpotAsync(CancellationToken cancellationToken) => _spot.GetAsync(
        async cancellation =>
        {
            // From now on: the price in effect at the start is told too, and none of the past.
            var now = connection.TimeProvider.GetUtcNow().UtcDateTime;
            var history = Pages.ReadAsync(
                (token, stop) => CallAsync(
                    "DescribeSpotPriceHistory",
                    end => connection.EC2.DescribeSpotPriceHistoryAsync(new() { StartTime = now, ProductDescriptions = [Linux], Filters = Named, NextToken = token }, end), stop),
                answer => answer.SpotPriceHistory, answer => answer.NextToken, cancellation);
            var lowest = new Dictionary<string, decimal>(StringComparer.Ordinal);
            DateTime? date = null;
            var highest = new Dictionary<string, decimal>(StringComparer.Ordinal);
            await foreach (var entry in history)
            {
                if (!decimal.TryParse(entry.Price, NumberStyles.Float, CultureInfo.InvariantCulture, out var price) || entry.InstanceType?.ToString() is not { } type)
                    continue;
                date = entry.Timestamp > date || date is null ? entry.Timestamp : date;
                lowest[type] = Math.Min(price, lowest.GetValueOrDefault(type, price));
                highest[type] = Math.Max(price, highest.GetValueOrDefault(type, price));
            }

            return new PriceTable(lowest, date) { Highest = highest };
        },
        cancellationToken);

    private Task<T> CallAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        new ServiceCall(connection, "ec2:" + operation, "instance types").InvokeAsync(call, cancellationToken);
}
