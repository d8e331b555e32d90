using System.Text;
using System.Text.Json;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Pricing;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Tests.Api.Pricing;

public sealed class LocalPricingApiTests
{
    [Fact]
    public async Task A_price_is_found_by_the_filters_that_everyone_uses()
    {
        var filters = new Dictionary<string, string>
        {
            ["instanceType"] = "c6i.xlarge", ["location"] = "US East (N. Virginia)", ["regionCode"] = "us-east-1", ["operatingSystem"] = "Linux",
            ["tenancy"] = "Shared", ["preInstalledSw"] = "NA", ["capacitystatus"] = "Used",
        };
        var answer = await CallAsync("GetProducts", new
        {
            ServiceCode = "AmazonEC2",
            Filters = filters.Select(filter => new { Type = "TERM_MATCH", Field = filter.Key, filter.Value }),
        });

        using var product = JsonDocument.Parse(Assert.Single(answer.GetProperty("PriceList").EnumerateArray()).GetString()!);
        var term = Assert.Single(product.RootElement.GetProperty("terms").GetProperty("OnDemand").EnumerateObject()).Value;
        var dimension = Assert.Single(term.GetProperty("priceDimensions").EnumerateObject()).Value;
        Assert.Equal(("0.1700000000", "Hrs"), (dimension.GetProperty("pricePerUnit").GetProperty("USD").GetString(), dimension.GetProperty("unit").GetString()));
        Assert.Equal("8 GiB", product.RootElement.GetProperty("product").GetProperty("attributes").GetProperty("memory").GetString());
    }

    [Theory]
    [InlineData("TERM_MATCH", "instanceType", "m5.large", 1)]
    [InlineData("EQUALS", "operatingSystem", "Windows", 0)]
    [InlineData("TERM_MATCH", "noSuchField", "x", 0)]
    [InlineData("CONTAINS", "instanceType", "p3.", 3)]
    [InlineData("ANY_OF", "instanceType", "p3.2xlarge,p3.8xlarge", 2)]
    [InlineData("NONE_OF", "regionCode", "us-east-1", 0)]
    public async Task Filters_do_what_their_types_say(string type, string field, string value, int count)
    {
        var answer = await CallAsync("GetProducts", new { ServiceCode = "AmazonEC2", Filters = new[] { new { Type = type, Field = field, Value = value } } });

        Assert.Equal(count, answer.GetProperty("PriceList").GetArrayLength());
    }

    [Fact]
    public async Task An_hour_on_Fargate_is_priced_by_vCPU_and_by_GB()
    {
        var answer = await CallAsync("GetProducts", new
        {
            ServiceCode = "AmazonECS",
            Filters = new[] { new { Type = "CONTAINS", Field = "usagetype", Value = "Fargate" }, new { Type = "TERM_MATCH", Field = "regionCode", Value = "us-east-1" } },
        });

        var prices = answer.GetProperty("PriceList").EnumerateArray().Select(text => JsonDocument.Parse(text.GetString()!).RootElement)
            .Select(product => product.GetProperty("product").GetProperty("attributes").GetProperty("usagetype").GetString()!).ToList();
        Assert.Contains("Fargate-vCPU-Hours:perCPU", prices);
        Assert.Contains("Fargate-ARM-GB-Hours", prices);
        Assert.Contains("SpotUsage-Fargate-GB-Hours", prices);
    }

    [Fact]
    public async Task Products_are_read_page_by_page()
    {
        var first = await CallAsync("GetProducts", new { ServiceCode = "AmazonEC2" });
        var second = await CallAsync("GetProducts", new { ServiceCode = "AmazonEC2", NextToken = first.GetProperty("NextToken").GetString() });

        Assert.Equal(InstanceCatalog.Embedded.Types.Count, first.GetProperty("PriceList").GetArrayLength() + second.GetProperty("PriceList").GetArrayLength());
        Assert.False(second.TryGetProperty("NextToken", out _));
    }

    [Fact]
    public async Task Services_and_the_values_of_their_attributes_are_listed()
    {
        var all = (await CallAsync("DescribeServices", new { })).GetProperty("Services").EnumerateArray();
        var service = Assert.Single((await CallAsync("DescribeServices", new { ServiceCode = "AmazonEC2" })).GetProperty("Services").EnumerateArray());
        var values = await CallAsync("GetAttributeValues", new { ServiceCode = "AmazonEC2", AttributeName = "gpu" });

        Assert.Equal(["AmazonEC2", "AmazonECS"], all.Select(one => one.GetProperty("ServiceCode").GetString()));
        Assert.Contains("instanceType", service.GetProperty("AttributeNames").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["1", "4", "8"], values.GetProperty("AttributeValues").EnumerateArray().Select(value => value.GetProperty("Value").GetString()));
    }

    [Theory]
    [InlineData("GetProducts", """{"ServiceCode":"AmazonS3"}""", "NotFoundException")]
    [InlineData("GetProducts", "{}", "InvalidParameterException")]
    [InlineData("GetProducts", """{"ServiceCode":"AmazonEC2","NextToken":"x"}""", "InvalidNextTokenException")]
    [InlineData("GetProducts", """{"ServiceCode":"AmazonEC2","FormatVersion":"v9"}""", "InvalidParameterException")]
    [InlineData("GetAttributeValues", """{"ServiceCode":"AmazonEC2","AttributeName":"x"}""", "NotFoundException")]
    public async Task A_fault_of_the_client_is_refused(string operation, string body, string type)
    {
        var reply = await AskAsync(operation, Encoding.UTF8.GetBytes(body));

        Assert.Equal((400, type), (reply.Status, reply.ErrorType));
    }

    private static async Task<JsonElement> CallAsync(string operation, object body)
    {
        var reply = await AskAsync(operation, JsonSerializer.SerializeToUtf8Bytes(body));
        Assert.True(reply.Status == 200, Encoding.UTF8.GetString(reply.Body.Span));
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.Clone();
    }

    private static Task<ServiceReply> AskAsync(string operation, byte[] body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Target"] = "AWSPriceListService." + operation };
        return PricingProtocol.DispatchAsync(
            new LocalPricingApi(InstanceCatalog.Embedded, FargateCatalog.Embedded, "us-east-1"), new("POST", "/", "", headers, body), TestContext.Current.CancellationToken);
    }
}
