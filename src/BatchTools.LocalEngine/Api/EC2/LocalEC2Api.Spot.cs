using System.Globalization;

namespace BatchTools.LocalEngine.Api.EC2;

internal sealed partial class LocalEC2Api
{
    private const string Product = "Linux/UNIX";
    private const string VpcProduct = "Linux/UNIX (Amazon VPC)";

    private static readonly EC2Filters<SpotPrice> SpotFilters = new EC2Filters<SpotPrice>()
        .Add("availability-zone", static price => price.AvailabilityZone)
        .Add("availability-zone-id", static price => price.AvailabilityZoneId)
        .Add("instance-type", static price => price.InstanceType)
        .AddMany("product-description", static _ => [Product, VpcProduct])
        .Add("spot-price", static price => price.Price)
        .Add("timestamp", static price => Timestamp(price.Timestamp));

    /// <summary>
    /// The price of each type in each zone, one that has been in effect since the table's date. EC2 gives the price that was in
    /// effect at the start time too, so that every span of time that reaches the date has it.
    /// </summary>
    public override Task<DescribeSpotPriceHistoryResponse> DescribeSpotPriceHistoryAsync(DescribeSpotPriceHistoryRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        if (request.MaxResults is < 1 or > MostResults)
            throw new ServiceError("InvalidParameterValue", $"Value ({request.MaxResults}) for parameter maxResults is invalid. Expecting a value from 1 to {MostResults}.");
        var since = (double)catalog.Date.ToUnixTimeSeconds();
        var types = request.InstanceTypes is { Count: > 0 } named ? catalog.Types.Where(type => named.Contains(type.Name)) : catalog.Types;
        var hasProduct = request.ProductDescriptions is not { Count: > 0 } products || products.Exists(static product => product is Product or VpcProduct);
        var prices =
            from type in types
            from zone in _network.Zones
            where hasProduct && since <= (request.EndTime ?? double.MaxValue)
            where request.AvailabilityZone is null || request.AvailabilityZone == zone.Name
            where request.AvailabilityZoneId is null || request.AvailabilityZoneId == zone.Id
            select new SpotPrice
            {
                AvailabilityZone = zone.Name,
                AvailabilityZoneId = zone.Id,
                InstanceType = type.Name,
                ProductDescription = Product,
                Price = type.SpotPrice.ToString("0.000000", CultureInfo.InvariantCulture),
                Timestamp = since,
            };
        var (page, next) = OffsetPaging.Page(SpotFilters.Apply(prices, request.Filters), request.NextToken, request.MaxResults ?? MostResults, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeSpotPriceHistoryResponse { SpotPriceHistory = page, NextToken = next });
    }

    private static string? Timestamp(double? seconds) =>
        seconds is { } since ? DateTimeOffset.FromUnixTimeSeconds((long)since).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null;
}
