using System.Globalization;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.Pricing;

/// <summary>Instance types, On-Demand with Linux and shared tenancy, as entries of AWS's price list.</summary>
internal static class InstanceProducts
{
    /// <summary>The service that sells them.</summary>
    public const string ServiceCode = "AmazonEC2";

    /// <summary>The entries for a table of types.</summary>
    public static IEnumerable<PricedProduct> Of(InstanceCatalog catalog, string region) => catalog.Types.Select(type => new PricedProduct(
        ServiceCode, "Compute Instance", Describe(type, region), type.HourlyPrice, "Hrs",
        string.Create(CultureInfo.InvariantCulture, $"${type.HourlyPrice} per On Demand Linux {type.Name} Instance Hour"), catalog.Date));

    private static SortedDictionary<string, string> Describe(InstanceType type, string region)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["availabilityzone"] = "NA",
            ["capacitystatus"] = "Used",
            ["clockSpeed"] = string.Create(CultureInfo.InvariantCulture, $"{type.ClockGHz} GHz"),
            ["currentGeneration"] = type.IsPreviousGeneration ? "No" : "Yes",
            ["instanceFamily"] = FamilyName(type),
            ["instanceType"] = type.Name,
            ["licenseModel"] = "No License required",
            ["location"] = "US East (N. Virginia)",
            ["locationType"] = "AWS Region",
            ["marketoption"] = "OnDemand",
            ["memory"] = string.Create(CultureInfo.InvariantCulture, $"{type.MemoryMiB / 1024.0} GiB"),
            ["networkPerformance"] = type.Network,
            ["operatingSystem"] = "Linux",
            ["operation"] = "RunInstances",
            ["preInstalledSw"] = "NA",
            ["processorArchitecture"] = "64-bit",
            ["regionCode"] = region,
            ["servicecode"] = ServiceCode,
            ["servicename"] = "Amazon Elastic Compute Cloud",
            ["storage"] = type.StorageGB == 0 ? "EBS only" : string.Create(CultureInfo.InvariantCulture, $"{type.StorageGB} GB NVMe SSD"),
            ["tenancy"] = "Shared",
            ["usagetype"] = "BoxUsage:" + type.Name,
            ["vcpu"] = type.Vcpus.ToString(CultureInfo.InvariantCulture),
        };
        if (type.Gpus > 0)
        {
            attributes["gpu"] = type.Gpus.ToString(CultureInfo.InvariantCulture);
            attributes["gpuMemory"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(type.GpuMemoryMiB / 1024.0)} GB");
        }

        return attributes;
    }

    private static string FamilyName(InstanceType type) => type.Name[0] switch
    {
        _ when type.Gpus > 0 => "GPU instance",
        'c' => "Compute optimized",
        'r' => "Memory optimized",
        _ => "General purpose",
    };
}
