using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.Pricing;

/// <summary>The price list of one service, AmazonEC2, over the engine's table of instance types.</summary>
internal sealed class LocalPricingApi(InstanceCatalog catalog, string region) : PricingApi
{
    private const string ServiceCode = "AmazonEC2";
    private const string FormatVersion = "aws_v1";
    private const int MostPage = 100;
    private const int MostValues = 10_000;

    private readonly List<PricedProduct> _products = [.. catalog.Types.Select(type => new PricedProduct(type, region, catalog.Date))];

    public override Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken)
    {
        CheckFormat(request.FormatVersion);
        if (request.ServiceCode is not null)
            CheckService(request.ServiceCode);
        List<Service> services = [new() { ServiceCode = ServiceCode, AttributeNames = [.. _products.SelectMany(static product => product.Attributes.Keys).Distinct().Order(StringComparer.Ordinal)] }];
        var (page, next) = OffsetPaging.Page(services, request.NextToken, request.MaxResults ?? MostPage, InvalidToken);
        return Task.FromResult(new DescribeServicesResponse { Services = page, FormatVersion = FormatVersion, NextToken = next });
    }

    public override Task<GetAttributeValuesResponse> GetAttributeValuesAsync(GetAttributeValuesRequest request, CancellationToken cancellationToken)
    {
        CheckService(request.ServiceCode!);
        var values = _products
            .Select(product => product.Attributes.GetValueOrDefault(request.AttributeName!)).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal).Select(static value => new AttributeValue { Value = value }).ToList();
        if (values.Count == 0)
            throw new ServiceError("NotFoundException", $"The attribute '{Shortened.Text(request.AttributeName!)}' is not one of {ServiceCode}.");
        var (page, next) = OffsetPaging.Page(values, request.NextToken, request.MaxResults ?? MostValues, InvalidToken);
        return Task.FromResult(new GetAttributeValuesResponse { AttributeValues = page, NextToken = next });
    }

    public override Task<GetProductsResponse> GetProductsAsync(GetProductsRequest request, CancellationToken cancellationToken)
    {
        CheckFormat(request.FormatVersion);
        CheckService(request.ServiceCode!);
        var found = _products.Where(product => (request.Filters ?? []).TrueForAll(filter => Matches(product, filter)));
        var (page, next) = OffsetPaging.Page(found, request.NextToken, request.MaxResults ?? MostPage, InvalidToken);
        return Task.FromResult(new GetProductsResponse { FormatVersion = FormatVersion, PriceList = page.ConvertAll(static product => product.ToJson()), NextToken = next });
    }

    // A product without the attribute matches no filter on it, as on AWS.
    private static bool Matches(PricedProduct product, Filter filter)
    {
        if (product.Find(filter.Field!) is not { } value)
            return false;
        return filter.Type switch
        {
            FilterType.CONTAINS => value.Contains(filter.Value!, StringComparison.Ordinal),
            FilterType.ANY_OF => filter.Value!.Split(',').Contains(value),
            FilterType.NONE_OF => !filter.Value!.Split(',').Contains(value),
            _ => value == filter.Value,
        };
    }

    private static void CheckService(string code)
    {
        if (code != ServiceCode)
            throw new ServiceError("NotFoundException", $"The local engine has no prices of the service '{Shortened.Text(code)}'; it has {ServiceCode}.");
    }

    private static void CheckFormat(string? version)
    {
        if (version is not (null or FormatVersion))
            throw ServiceError.InvalidParameter($"The format version '{Shortened.Text(version)}' is not known; {FormatVersion} is.");
    }

    private static ServiceError InvalidToken(string token) => new("InvalidNextTokenException", $"The pagination token '{Shortened.Text(token)}' is invalid.");
}
