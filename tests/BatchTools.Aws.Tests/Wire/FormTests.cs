using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using Amazon.EC2;
using Amazon.Runtime;

namespace BatchTools.Aws.Tests.Wire;

public sealed class FormTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_to_ec2_is_a_form_with_numbered_lists()
    {
        var handler = new RecordingHandler(Xml("<DescribeSpotPriceHistoryResponse/>"));
        using var ec2 = Clients.EC2(handler);

        await ec2.DescribeSpotPriceHistoryAsync(
            new()
            {
                InstanceTypes = ["c7g.large", "m5.large"],
                Filters = [new() { Name = "availability-zone", Values = ["eu-west-1a", "b & c"] }],
                StartTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
                MaxResults = 7,
                DryRun = false,
            },
            Cancellation);

        var sent = Assert.Single(handler.Sent);
        Assert.Equal(("POST", "https://ec2.eu-west-1.amazonaws.com/"), (sent.Method, sent.Url));
        Assert.StartsWith("application/x-www-form-urlencoded", sent.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/ec2/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            [
                "Action=DescribeSpotPriceHistory", "DryRun=false", "Filter.1.Name=availability-zone", "Filter.1.Value.1=eu-west-1a", "Filter.1.Value.2=b%20%26%20c",
                "InstanceType.1=c7g.large", "InstanceType.2=m5.large", "MaxResults=7", "StartTime=2026-01-02T03%3A04%3A05.000Z", "Version=2016-11-15",
            ],
            sent.Body!.Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_answer_of_ec2_is_read_with_all_its_kinds_of_members()
    {
        const string body = """
            <?xml version="1.0" encoding="UTF-8"?>
            <DescribeInstanceTypesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
              <requestId>r</requestId>
              <instanceTypeSet>
                <item>
                  <!-- new -->
                  <brandNew><item><deep>1</deep></item></brandNew>
                  <instanceType>zz9.huge</instanceType>
                  <bareMetal>false</bareMetal>
                  <processorInfo><supportedArchitectures><item>arm64</item></supportedArchitectures><sustainedClockSpeedInGhz>2.5</sustainedClockSpeedInGhz></processorInfo>
                  <vCpuInfo><defaultVCpus>4</defaultVCpus></vCpuInfo>
                  <memoryInfo><sizeInMiB>16384</sizeInMiB></memoryInfo>
                  <gpuInfo/>
                  <supportedBootModes/>
                </item>
                <item><instanceType>m5.large</instanceType></item>
              </instanceTypeSet>
              <nextToken/>
            </DescribeInstanceTypesResponse>
            """;
        using var ec2 = Clients.EC2(new(Xml(body)));

        var answer = await ec2.DescribeInstanceTypesAsync(new(), Cancellation);

        Assert.Equal(("request-1", HttpStatusCode.OK, ""), (answer.ResponseMetadata.RequestId, answer.HttpStatusCode, answer.NextToken));
        var type = answer.InstanceTypes![0];
        Assert.Equal("zz9.huge", type.InstanceType!.Value);
        Assert.False(type.BareMetal);
        Assert.Equal(["arm64"], type.ProcessorInfo!.SupportedArchitectures!);
        Assert.Equal(2.5, type.ProcessorInfo.SustainedClockSpeedInGhz);
        Assert.Equal((4, 16384L), (type.VCpuInfo!.DefaultVCpus!.Value, type.MemoryInfo!.SizeInMiB!.Value));
        Assert.NotNull(type.GpuInfo);
        Assert.Null(type.GpuInfo.Gpus);
        Assert.Same(InstanceType.FindValue("m5.large"), answer.InstanceTypes[1].InstanceType);
    }

    [Fact]
    public async Task A_spot_price_is_a_text_at_a_time()
    {
        const string body = "<R><spotPriceHistorySet><item><spotPrice>0.0312</spotPrice><timestamp>2026-01-02T03:04:05.000Z</timestamp></item></spotPriceHistorySet></R>";
        using var ec2 = Clients.EC2(new(Xml(body)));

        var price = Assert.Single((await ec2.DescribeSpotPriceHistoryAsync(new(), Cancellation)).SpotPriceHistory!);

        Assert.Equal(("0.0312", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)), (price.Price, price.Timestamp!.Value));
    }

    [Fact]
    public async Task An_error_of_ec2_keeps_its_code_its_text_and_the_id_of_its_request()
    {
        const string body = "<Response><Errors><Error><Code>InvalidVpcID.NotFound</Code><Message>The vpc ID 'vpc-1' does not exist</Message></Error></Errors><RequestID>r-7</RequestID></Response>";
        using var ec2 = Clients.EC2(new(new Answer(HttpStatusCode.BadRequest, body, ContentType: "text/xml")));

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new() { VpcIds = ["vpc-1"] }, Cancellation));

        Assert.Equal(("InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist", "r-7", HttpStatusCode.BadRequest), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task An_error_that_a_proxy_makes_up_is_shown()
    {
        using var ec2 = Clients.EC2(new(new Answer(HttpStatusCode.ProxyAuthenticationRequired, "<html><br>no", ContentType: "text/html")));

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new(), Cancellation));

        Assert.Contains("407: <html><br>no", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"message\":\"no XML\"}")]
    [InlineData("<R><vpcSet><item><isDefault>maybe</isDefault></item></vpcSet></R>")]
    [InlineData("<R><vpcSet><item><vpcId><deep/></vpcId></item></vpcSet></R>")]
    [InlineData("<!DOCTYPE R [<!ENTITY e 'x'>]><R>&e;</R>")]
    [InlineData("<R><vpcSet>")]
    public async Task An_answer_that_cannot_be_read_is_an_error(string body)
    {
        using var ec2 = Clients.EC2(new(Xml(body)));

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => ec2.DescribeVpcsAsync(new(), Cancellation));

        Assert.IsAssignableFrom<XmlException>(error.InnerException);
    }

    [Fact]
    public async Task Metrics_and_prices_are_asked_for_in_json()
    {
        var handler = new RecordingHandler(Answer.Ok("""{"PriceList":["{}"]}"""), Answer.Ok("{}"));
        using var pricing = Clients.Pricing(handler);
        using var metrics = Clients.CloudWatch(handler);

        var prices = await pricing.GetProductsAsync(new() { ServiceCode = "AmazonEC2" }, Cancellation);
        await metrics.PutMetricDataAsync(
            new() { Namespace = "N", MetricData = [new() { MetricName = "m", Value = 1.5, Timestamp = DateTime.UnixEpoch, Unit = Amazon.CloudWatch.StandardUnit.Count }] }, Cancellation);

        Assert.Equal(["{}"], prices.PriceList!);
        Assert.Equal(["https://api.pricing.us-east-1.amazonaws.com/", "https://monitoring.eu-west-1.amazonaws.com/"], handler.Sent.Select(sent => sent.Url));
        Assert.Equal(["AWSPriceListService.GetProducts", "GraniteServiceVersion20100801.PutMetricData"], handler.Sent.Select(sent => sent.Headers["X-Amz-Target"]));
        Assert.Equal(["application/x-amz-json-1.1", "application/x-amz-json-1.0"], handler.Sent.Select(sent => sent.Headers["Content-Type"]));
        Assert.Contains("/us-east-1/pricing/aws4_request", handler.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
        const string metric = """{"Namespace":"N","MetricData":[{"MetricName":"m","Timestamp":0,"Value":1.5,"Unit":"Count"}]}""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(metric), JsonNode.Parse(handler.Sent[1].Body!)), handler.Sent[1].Body);
    }

    private static Answer Xml(string body) => new(HttpStatusCode.OK, body, ContentType: "text/xml");
}
