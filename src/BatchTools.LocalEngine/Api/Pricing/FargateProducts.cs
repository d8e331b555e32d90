using System.Globalization;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.Pricing;

/// <summary>What an hour on Fargate costs, as entries of AWS's price list, which counts it to ECS.</summary>
internal static class FargateProducts
{
    /// <summary>The service that sells it.</summary>
    public const string ServiceCode = "AmazonECS";

    /// <summary>The entries for a table of prices.</summary>
    public static IEnumerable<PricedProduct> Of(FargateCatalog catalog, string region) => catalog.Prices.Select(price => new PricedProduct(
        ServiceCode, "Compute", Describe(price, region), price.HourlyPrice, "hours",
        string.Create(CultureInfo.InvariantCulture, $"${price.HourlyPrice} per {price.Unit} hour, {price.UsageType}"), catalog.Date));

    private static SortedDictionary<string, string> Describe(FargatePrice price, string region)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [price.Unit == "vCPU" ? "cputype" : "memorytype"] = price.Unit == "vCPU" ? "perCPU" : "perGB",
            ["location"] = "US East (N. Virginia)",
            ["locationType"] = "AWS Region",
            ["operatingSystem"] = price.System,
            ["operation"] = "",
            ["regionCode"] = region,
            ["servicecode"] = ServiceCode,
            ["servicename"] = "Amazon EC2 Container Service",
            ["tenancy"] = "Shared",
            ["usagetype"] = price.UsageType,
        };
        if (price.Architecture == "ARM")
            attributes["cpuArchitecture"] = "ARM";
        return attributes;
    }
}
