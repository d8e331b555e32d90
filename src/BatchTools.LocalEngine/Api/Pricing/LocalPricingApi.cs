using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.Pricing;

/// <summary>The price list of AmazonEC2 and AmazonECS (Fargate), over the engine's tables.</summary>
internal sealed class LocalPricingApi(InstanceCatalog catalog, FargateCatalog fargate, string region) : PricingApi
{
    private const string FormatVersion = "aws_v1";
    private const int MostPage = 100;
    private const int MostValues = 10_000;

    private readonly ILookup<string, PricedProduct> _products =
        InstanceProducts.Of(catalog, region).Concat(FargateProducts.Of(fargate, region)).ToLookup(static product => product.ServiceCode, StringComparer.Ordinal);

    public override Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken)
    {
        CheckFormat(request.FormatVersion);
        if (request.ServiceCode is not null)
            CheckService(request.ServiceCode);
        var services = _products.Where(group => request.ServiceCode is null || group.Key == request.ServiceCode)
            .Select(static group => new Service { ServiceCode = group.Key, AttributeNames = [.. group.SelectMany(static product => product.Attributes.Keys).Distinct().Order(StringComparer.Ordinal)] })
            .ToList();
        var (page, next) = OffsetPaging.Page(services, request.NextToken, request.MaxResults ?? MostPage, InvalidToken);
        return Task.FromResult(new DescribeServicesResponse { Services = page, FormatVersion = FormatVersion, NextToken = next });
    }

    public override Task<GetAttributeValuesResponse> GetAttributeValuesAsync(GetAttributeValuesRequest request, CancellationToken cancellationToken)
    {
        CheckService(request.ServiceCode!);
        var values = _products[request.ServiceCode!]
            .Select(product => product.Attributes.GetValueOrDefault(request.AttributeName!)).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal).Select(static value => new AttributeValue { Value = value }).ToList();
        if (values.Count == 0)
            throw new ServiceError("NotFoundException", $"The attribute '{Shortened.Text(request.AttributeName!)}' is not one of {request.ServiceCode}.");
        var (page, next) = OffsetPaging.Page(values, request.NextToken, request.MaxResults ?? MostValues, InvalidToken);
        return Task.FromResult(new GetAttributeValuesResponse { AttributeValues = page, NextToken = next });
    }

    public override Task<GetProductsResponse> GetProductsAsync(GetProductsRequest request, CancellationToken cancellationToken)
    {
        CheckFormat(request.FormatVersion);
        CheckService(request.ServiceCode!);
        var found = _products[request.ServiceCode!].Where(product => (request.Filters ?? []).TrueForAll(filter => Matches(product, filter)));
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

    private void CheckService(string code)
    {
        if (!_products.Contains(code))
            throw new ServiceError("NotFoundException", $"The local engine has no prices of the service '{Shortened.Text(code)}'; it has {string.Join(" and ", _products.Select(static group => group.Key))}.");
    }

    private static void CheckFormat(string? version)
    {
        if (version is not (null or FormatVersion))
            throw ServiceError.InvalidParameter($"The format version '{Shortened.Text(version)}' is not known; {FormatVersion} is.");
    }

    private static ServiceError InvalidToken(string token) => new("InvalidNextTokenException", $"The pagination token '{Shortened.Text(token)}' is invalid.");
}
