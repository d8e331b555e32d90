using System.Globalization;
using Amazon.EC2.Model;

namespace BatchTools;

/// <summary>What EC2 and the price list tell of a Region's instance types. It is kept for ten minutes.</summary>
/// <param name="connection">The connection to ask on.</param>
internal sealed class InstanceMarket(BatchConnection connection)
{
    private const string Linux = "Linux/UNIX";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private static readonly (string, string)[] SharedLinux =
        [("operatingSystem", "Linux"), ("tenancy", "Shared"), ("preInstalledSw", "NA"), ("capacitystatus", "Used"), ("marketoption", "OnDemand")];

    private readonly ShortLived<IReadOnlyList<InstanceTypeInfo>> _types = new(connection.TimeProvider, Life);
    private readonly ShortLived<ILookup<string, string>> _zones = new(connection.TimeProvider, Life);
    private readonly ShortLived<PriceTable> _onDemand = new(connection.TimeProvider, Life);
    private readonly ShortLived<PriceTable> _spot = new(connection.TimeProvider, Life);

    /// <summary>All instance types of the Region.</summary>
    public Task<IReadOnlyList<InstanceTypeInfo>> TypesAsync(CancellationToken cancellationToken) => _types.GetAsync(
        async cancellation => await Pages.ReadAsync(
            (token, stop) => CallAsync("DescribeInstanceTypes", end => connection.EC2.DescribeInstanceTypesAsync(new() { NextToken = token }, end), stop),
            answer => answer.InstanceTypes, answer => answer.NextToken, cancellation).GatherAsync(cancellation),
        cancellationToken);

    /// <summary>The Availability Zones by the instance types that they have.</summary>
    public Task<ILookup<string, string>> ZonesAsync(CancellationToken cancellationToken) => _zones.GetAsync(
        async cancellation =>
        {
            var offerings = Pages.ReadAsync(
                (token, stop) => CallAsync(
                    "DescribeInstanceTypeOfferings",
                    end => connection.EC2.DescribeInstanceTypeOfferingsAsync(new() { LocationType = "availability-zone", NextToken = token }, end), stop),
                answer => answer.InstanceTypeOfferings, answer => answer.NextToken, cancellation);
            return (await offerings.GatherAsync(cancellation)).ToLookup(offering => offering.InstanceType!.ToString(), offering => offering.Location!, StringComparer.Ordinal);
        },
        cancellationToken);

    /// <summary>The prices on demand, for Linux on shared hardware.</summary>
    public Task<PriceTable> OnDemandAsync(CancellationToken cancellationToken) => _onDemand.GetAsync(
        cancellation => new PriceList(connection).OnDemandAsync("AmazonEC2", "instanceType", SharedLinux, cancellation), cancellationToken);

    /// <summary>The present prices on Spot, each in its cheapest Availability Zone.</summary>
    public Task<PriceTable> SpotAsync(CancellationToken cancellationToken) => _spot.GetAsync(
        async cancellation =>
        {
            // From now on: the price in effect at the start is told too, and none of the past.
            var now = connection.TimeProvider.GetUtcNow().UtcDateTime;
            var history = Pages.ReadAsync(
                (token, stop) => CallAsync(
                    "DescribeSpotPriceHistory",
                    end => connection.EC2.DescribeSpotPriceHistoryAsync(new() { StartTime = now, ProductDescriptions = [Linux], NextToken = token }, end), stop),
                answer => answer.SpotPriceHistory, answer => answer.NextToken, cancellation);
            var cheapest = new Dictionary<string, decimal>(StringComparer.Ordinal);
            await foreach (var entry in history)
            {
                if (decimal.TryParse(entry.Price, NumberStyles.Float, CultureInfo.InvariantCulture, out var price)
                    && entry.InstanceType?.ToString() is { } type && !(cheapest.GetValueOrDefault(type, decimal.MaxValue) <= price))
                {
                    cheapest[type] = price;
                }
            }

            return new PriceTable(cheapest, now);
        },
        cancellationToken);

    private Task<T> CallAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        new ServiceCall(connection, "ec2:" + operation, "instance types").InvokeAsync(call, cancellationToken);
}
