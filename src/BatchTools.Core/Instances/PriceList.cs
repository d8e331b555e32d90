using System.Globalization;
using System.Text.Json;
using Amazon.Pricing.Model;

namespace BatchTools;

/// <summary>Reads AWS's price list: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-price-list-query-api.html.</summary>
/// <param name="connection">The connection to ask on.</param>
internal sealed class PriceList(BatchConnection connection)
{
    private const string Format = "aws_v1";

    /// <summary>The prices on demand of one service in the connection's Region.</summary>
    /// <param name="serviceCode">The service, such as AmazonEC2.</param>
    /// <param name="attribute">The attribute of a product that prices are found by.</param>
    /// <param name="filters">What more a product has to have.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<PriceTable> OnDemandAsync(
        string serviceCode, string attribute, IEnumerable<Filter> filters, CancellationToken cancellationToken)
    {
        var wanted = filters.Prepend(Has("regionCode", connection.Region)).ToList();
        var call = new ServiceCall(connection, "pricing:GetProducts", serviceCode);
        var products = Pages.ReadAsync(
            (token, cancellation) => call.InvokeAsync(
                stop => connection.Pricing.GetProductsAsync(new() { ServiceCode = serviceCode, Filters = wanted, FormatVersion = Format, NextToken = token }, stop),
                cancellation),
            answer => answer.PriceList, answer => answer.NextToken, cancellationToken);
        var prices = new Dictionary<string, decimal>(StringComparer.Ordinal);
        DateTime? date = null;
        await foreach (var text in products)
        {
            using var product = JsonDocument.Parse(text);
            if (Read(product.RootElement, attribute) is not var (name, price))
                continue;
            prices[name] = price;
            if (Published(product.RootElement) is { } published && !(published < date))
                date = published;
        }

        return new(prices, date);
    }

    /// <summary>That an attribute has a value.</summary>
    public static Filter Has(string attribute, string value) => new() { Field = attribute, Value = value, Type = "TERM_MATCH" };

    /// <summary>That an attribute has a text in its value.</summary>
    public static Filter Contains(string attribute, string text) => new() { Field = attribute, Value = text, Type = "CONTAINS" };

    // Unused reservations and dedicated hosts have products at no price.
    private static (string Name, decimal Price)? Read(JsonElement product, string attribute) =>
        Member(product, "product", "attributes", attribute)?.GetString() is { } name
            && Member(product, "terms", "OnDemand") is { } terms
            && Values(terms).SelectMany(term => Member(term, "priceDimensions") is { } rates ? Values(rates) : [])
                .Select(rate => Member(rate, "pricePerUnit", "USD")?.GetString()).FirstOrDefault() is { } text
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var price) && price > 0
            ? (name, price)
            : null;

    private static DateTime? Published(JsonElement product) =>
        DateTimeOffset.TryParse(Member(product, "publicationDate")?.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime
            : null;

    private static IEnumerable<JsonElement> Values(JsonElement map) => map.EnumerateObject().Select(member => member.Value);

    private static JsonElement? Member(JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return null;
        }

        return value;
    }
}
