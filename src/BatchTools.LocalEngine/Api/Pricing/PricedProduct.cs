using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.Pricing;

/// <summary>An instance type, On-Demand with Linux and shared tenancy, as an entry of AWS's price list.</summary>
internal sealed class PricedProduct
{
    private const string OnDemand = "JRTCKXETXF";
    private const string Hourly = "6YS6EN2CT7";
    private const string Family = "Compute Instance";

    private readonly InstanceType _type;
    private readonly DateTimeOffset _date;
    private readonly string _sku;

    public PricedProduct(InstanceType type, string region, DateTimeOffset date)
    {
        _type = type;
        _date = date;
        _sku = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(type.Name)))[..16];
        Attributes = Describe(type, region);
    }

    /// <summary>The attributes by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>What a filter on a field looks at: an attribute, or what stands beside them.</summary>
    public string? Find(string field) => field switch
    {
        "productFamily" => Family,
        "ServiceCode" or "serviceCode" => "AmazonEC2",
        "sku" => _sku,
        "termType" => "OnDemand",
        _ => Attributes.GetValueOrDefault(field),
    };

    /// <summary>The entry as AWS has it: a JSON document.</summary>
    public string ToJson() => Encoding.UTF8.GetString(OperationCall.Json(Write).Span);

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
            ["servicecode"] = "AmazonEC2",
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

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("product");
        json.WriteString("productFamily", Family);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in Attributes)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("sku", _sku);
        json.WriteEndObject();
        json.WriteString("serviceCode", "AmazonEC2");
        json.WriteStartObject("terms");
        json.WriteStartObject("OnDemand");
        WriteTerm(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("version", _date.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        json.WriteString("publicationDate", Moment);
        json.WriteEndObject();
    }

    private void WriteTerm(Utf8JsonWriter json)
    {
        var term = $"{_sku}.{OnDemand}";
        var rate = $"{term}.{Hourly}";
        json.WriteStartObject(term);
        json.WriteStartObject("priceDimensions");
        json.WriteStartObject(rate);
        json.WriteString("unit", "Hrs");
        json.WriteString("endRange", "Inf");
        json.WriteString("description", string.Create(CultureInfo.InvariantCulture, $"${_type.HourlyPrice} per On Demand Linux {_type.Name} Instance Hour"));
        json.WriteStartArray("appliesTo");
        json.WriteEndArray();
        json.WriteString("rateCode", rate);
        json.WriteString("beginRange", "0");
        json.WriteStartObject("pricePerUnit");
        json.WriteString("USD", _type.HourlyPrice.ToString("0.0000000000", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("sku", _sku);
        json.WriteString("effectiveDate", Moment);
        json.WriteString("offerTermCode", OnDemand);
        json.WriteStartObject("termAttributes");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private string Moment => _date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
