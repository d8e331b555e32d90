using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Pricing.Model;
using Amazon.Runtime;

namespace BatchTools.Tests;

public sealed class PricesUnknownTests
{
    private readonly StandInConnection _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_read_prices_still_finds_types_and_is_told_once_for_ten_minutes_of_types()
    {
        _service.EC2.On<DescribeInstanceTypesRequest, DescribeInstanceTypesResponse>(_ => new() { InstanceTypes = [new() { InstanceType = "m5.large", VCpuInfo = new() { DefaultVCpus = 2 } }] });
        _service.EC2.On<DescribeInstanceTypeOfferingsRequest, DescribeInstanceTypeOfferingsResponse>(_ => new());
        _service.EC2.On<DescribeSpotPriceHistoryRequest, DescribeSpotPriceHistoryResponse>(_ => new()
        {
            SpotPriceHistory = [Spot("0.05"), Spot("0.03"), Spot("0.04")], NextToken = "",
        });
        _service.Pricing.On<GetProductsRequest, GetProductsResponse>(GetProductsResponse (_) =>
            throw new AmazonServiceException("not authorized", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest));

        var types = new InstanceTypes(_service.Connection, _service.Reporter);
        var offer = Assert.Single(await types.FindAsync(new(), Cancel).ToListAsync(Cancel));
        await types.FindAsync(new(), Cancel).ToListAsync(Cancel);

        Assert.Equal((null, 0.03m, null), (offer.OnDemandPrice, offer.SpotPrice, offer.Saving));
        Assert.Contains("pricing:GetProducts", _service.Reporter.Warnings[0], StringComparison.Ordinal);
        Assert.Equal((1, 1, 2), (_service.EC2.Count<DescribeInstanceTypesRequest>(), _service.EC2.Count<DescribeSpotPriceHistoryRequest>(), _service.Pricing.Count<GetProductsRequest>()));
    }

    private static SpotPrice Spot(string price) => new() { InstanceType = InstanceType.FindValue("m5.large"), Price = price };
}
