using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BatchTools.LocalEngine.Api.Pricing;

/// <summary>An entry of AWS's price list: what is sold by the hour, On-Demand.</summary>
internal sealed class PricedProduct
{
    private const string OnDemand = "JRTCKXETXF";
    private const string Hourly = "6YS6EN2CT7";

    private readonly string _family;
    private readonly decimal _price;
    private readonly string _unit;
    private readonly string _description;
    private readonly DateTimeOffset _date;
    private readonly string _sku;

    public PricedProduct(
        string serviceCode, string family, IReadOnlyDictionary<string, string> attributes, decimal price, string unit, string description, DateTimeOffset date)
    {
        (ServiceCode, _family, Attributes) = (serviceCode, family, attributes);
        (_price, _unit, _description, _date) = (price, unit, description, date);
        _sku = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(attributes.GetValueOrDefault("instanceType") ?? attributes["usagetype"])))[..16];
    }

    /// <summary>The service that sells it.</summary>
    public string ServiceCode { get; }

    /// <summary>The attributes by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>What a filter on a field looks at: an attribute, or what stands beside them.</summary>
    public string? Find(string field) => field switch
    {
        "productFamily" => _family,
        "ServiceCode" or "serviceCode" => ServiceCode,
        "sku" => _sku,
        "termType" => "OnDemand",
        _ => Attributes.GetValueOrDefault(field),
    };

    /// <summary>The entry as AWS has it: a JSON document.</summary>
    public string ToJson() => Encoding.UTF8.GetString(OperationCall.Json(Write).Span);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("product");
        json.WriteString("productFamily", _family);
        json.WriteStartObject("attributes");
        foreach (var (name, value) in Attributes)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("sku", _sku);
        json.WriteEndObject();
        json.WriteString("serviceCode", ServiceCode);
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
        json.WriteString("unit", _unit);
        json.WriteString("endRange", "Inf");
        json.WriteString("description", _description);
        json.WriteStartArray("appliesTo");
        json.WriteEndArray();
        json.WriteString("rateCode", rate);
        json.WriteString("beginRange", "0");
        json.WriteStartObject("pricePerUnit");
        json.WriteString("USD", _price.ToString("0.0000000000", CultureInfo.InvariantCulture));
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
