using System.Globalization;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.EC2;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Tests.Api.EC2;

public sealed class LocalEC2ApiTests
{
    private const string InstanceId = "i-0123456789abcdef0";

    private static readonly LocalInstance Machine =
        new(InstanceCatalog.Embedded, InstanceId, processors: 3, memoryMiB: 10_000, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public async Task There_is_one_default_vpc_with_a_subnet_in_each_zone()
    {
        var vpc = Form.Text(await AskAsync("Action=DescribeVpcs&Filter.1.Name=is-default&Filter.1.Value.1=true"), "vpcId");
        var subnets = await AskAsync($"Action=DescribeSubnets&Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}");

        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f"], Form.Texts(subnets, "availabilityZone"));
        Assert.Equal(6, Form.Texts(subnets, "subnetId").Distinct().Count());
        Assert.Equal("{http://ec2.amazonaws.com/doc/2016-11-15/}DescribeSubnetsResponse", Form.Xml(subnets).Name.ToString());
    }

    [Fact]
    public async Task The_default_group_is_found_by_name_and_by_id()
    {
        var byName = await AskAsync("Action=DescribeSecurityGroups&GroupName.1=default");
        var id = Form.Texts(byName, "groupId")[0];

        Assert.Equal("default", Form.Text(await AskAsync("Action=DescribeSecurityGroups&GroupId.1=" + id), "groupName"));
    }

    [Theory]
    [InlineData("DescribeVpcs&VpcId.1=vpc-1", "InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist")]
    [InlineData("DescribeSubnets&SubnetId.1=s", "InvalidSubnetID.NotFound", "The subnet ID 's' does not exist")]
    [InlineData("DescribeSecurityGroups&GroupId.1=g", "InvalidGroup.NotFound", "The security group 'g' does not exist")]
    [InlineData("DescribeVpcs&Filter.1.Name=nope&Filter.1.Value.1=x", "InvalidParameterValue", "The filter 'nope' is invalid")]
    [InlineData("DescribeVpcs&Filter.1.Name=state", "InvalidParameterValue", "The filter 'state' needs a value")]
    [InlineData("DescribeVpcs&MaxResults=many", "InvalidParameterValue", "Value (many) for parameter MaxResults is invalid. It must be an integer.")]
    [InlineData("DescribeVpcs&MaxResults=4", "InvalidParameterValue", "1 validation error detected: Value '4' at 'MaxResults' failed to satisfy constraint: Member must have value greater than or equal to 5")]
    [InlineData("DescribeVpcs&NextToken=x", "InvalidParameterValue", "Unable to parse pagination token 'x'")]
    [InlineData("DescribeVpcs&MaxResults=5&VpcId.1=vpc-0ba7c4000000000a1", "InvalidParameterCombination", "The parameter vpcIds cannot be used with the parameter maxResults")]
    [InlineData("DescribeVpcs&DryRun=perhaps", "InvalidParameterValue", "Value (perhaps) for parameter DryRun is invalid. It must be true or false.")]
    [InlineData("DescribeInstanceTypes&InstanceType.1=m5.large&InstanceType.2=x9.huge", "InvalidInstanceType", "The following supplied instance types do not exist: [x9.huge]; the local engine knows 186 common ones.")]
    [InlineData("DescribeSpotPriceHistory&StartTime=yesterday", "InvalidParameterValue", "Value (yesterday) for parameter StartTime is invalid. It must be a time as ISO 8601 has it.")]
    [InlineData("DescribeSpotPriceHistory&MaxResults=0", "InvalidParameterValue", "Value (0) for parameter maxResults is invalid. Expecting a value from 1 to 1000.")]
    [InlineData("RunInstances", "InvalidAction", "The action RunInstances is not valid for this web service, or the local engine does not offer it.")]
    public async Task A_fault_is_told_in_ec2_s_form(string call, string code, string message)
    {
        var reply = await AskAsync("Action=" + call);

        Assert.Equal(400, reply.Status);
        Assert.Equal((code, message), (Form.Text(reply, "Code"), Form.Text(reply, "Message")));
        Assert.Equal("Response", Form.Xml(reply).Name.LocalName);
    }

    [Fact]
    public async Task A_dry_run_says_that_it_would_have_been_done()
    {
        var reply = await AskAsync("Action=DescribeVpcs&DryRun=true");

        Assert.Equal((412, "DryRunOperation"), (reply.Status, Form.Text(reply, "Code")));
    }

    [Fact]
    public async Task An_instance_type_is_described()
    {
        var reply = await AskAsync("Action=DescribeInstanceTypes&InstanceType.1=g5.12xlarge");

        Assert.Equal(("g5.12xlarge", "48", "x86_64"), (Form.Text(reply, "instanceType"), Form.Text(reply, "defaultVCpus"), Form.Text(reply, "supportedArchitectures")));
        Assert.Equal(["196608", "22888"], Form.Texts(reply, "sizeInMiB").Order());
        Assert.Equal("91552", Form.Text(reply, "totalGpuMemoryInMiB"));
    }

    [Fact]
    public async Task Instance_types_are_filtered_by_pattern_and_read_page_by_page()
    {
        const string Call = "Action=DescribeInstanceTypes&MaxResults=5&Filter.1.Name=instance-type&Filter.1.Value.1=c7g.*"
            + "&Filter.2.Name=processor-info.supported-architecture&Filter.2.Value.1=arm64&Filter.2.Value.2=x86_64";
        var found = new List<string>();
        string? token = null;
        do
        {
            var reply = await AskAsync(Call + (token is null ? "" : "&NextToken=" + Uri.EscapeDataString(token)));
            Assert.InRange(Form.Texts(reply, "instanceType").Count, 1, 5);
            found.AddRange(Form.Texts(reply, "instanceType"));
            token = Form.Texts(reply, "nextToken").SingleOrDefault();
        }
        while (token is not null);

        Assert.Equal(InstanceCatalog.Embedded.Types.Where(type => type.Family == "c7g").Select(type => type.Name), found);
    }

    [Theory]
    [InlineData("m5.larg?", new[] { "m5.large" })]
    [InlineData("m5.lar*", new[] { "m5.large" })]
    [InlineData("m5.lar\\*", new string[0])]
    [InlineData("m5xlarge", new string[0])]
    public async Task Filters_know_stars_and_question_marks(string pattern, string[] expected) =>
        Assert.Equal(expected, Form.Texts(
            await AskAsync("Action=DescribeInstanceTypes&Filter.1.Name=instance-type&Filter.1.Value.1=" + Uri.EscapeDataString(pattern)), "instanceType"));

    [Theory]
    [InlineData("", new[] { "us-east-1" })]
    [InlineData("&LocationType=availability-zone-id", new[] { "use1-az1", "use1-az2", "use1-az3", "use1-az4", "use1-az5", "use1-az6" })]
    [InlineData("&LocationType=availability-zone&Filter.2.Name=location&Filter.2.Value.1=us-east-1b", new[] { "us-east-1b" })]
    [InlineData("&LocationType=outpost", new string[0])]
    public async Task Types_are_offered_in_the_region_and_its_zones(string more, string[] locations) =>
        Assert.Equal(locations, Form.Texts(
            await AskAsync("Action=DescribeInstanceTypeOfferings&Filter.1.Name=instance-type&Filter.1.Value.1=m7g.large" + more), "location"));

    [Fact]
    public async Task A_spot_price_is_a_part_of_the_price_on_demand()
    {
        var reply = await AskAsync("Action=DescribeSpotPriceHistory&InstanceType.1=m5.large&AvailabilityZone=us-east-1c&ProductDescription.1=Linux%2FUNIX&StartTime=2026-01-01T00%3A00%3A00Z");

        Assert.Equal("us-east-1c", Form.Text(reply, "availabilityZone"));
        Assert.Equal(0.096m * 0.4m, decimal.Parse(Form.Text(reply, "spotPrice"), CultureInfo.InvariantCulture));
        Assert.Equal("2025-06-01T00:00:00.000Z", Form.Text(reply, "timestamp"));
    }

    [Theory]
    [InlineData("&EndTime=2020-01-01T00:00:00Z")]
    [InlineData("&ProductDescription.1=Windows")]
    [InlineData("&InstanceType.1=x9.huge")]
    [InlineData("&Filter.1.Name=spot-price&Filter.1.Value.1=1000.000000")]
    public async Task There_is_no_spot_price_for_what_is_not_in_the_table(string more) =>
        Assert.Empty(Form.Texts(await AskAsync("Action=DescribeSpotPriceHistory" + more), "spotPrice"));

    [Fact]
    public async Task The_instance_is_this_machine_as_the_smallest_type_that_holds_it()
    {
        var reply = await AskAsync("Action=DescribeInstances&InstanceId.1=" + InstanceId);

        Assert.Equal(InstanceId, Form.Text(reply, "instanceId"));
        var type = InstanceCatalog.Embedded.Find(Form.Text(reply, "instanceType"))!;
        Assert.Equal((4, 16384), (type.Vcpus, type.MemoryMiB));
        Assert.Equal("2026-01-02T03:04:05.000Z", Form.Text(reply, "launchTime"));
        Assert.Contains("running", Form.Texts(reply, "name"));
        Assert.Single(Form.Texts(await AskAsync("Action=DescribeInstances&Filter.1.Name=instance-state-name&Filter.1.Value.1=running"), "instanceId"));
        Assert.Empty(Form.Texts(await AskAsync("Action=DescribeInstances&Filter.1.Name=instance-state-name&Filter.1.Value.1=stopped"), "instanceId"));
    }

    [Theory]
    [InlineData("&InstanceId.1=i-0", "InvalidInstanceID.NotFound")]
    [InlineData("&MaxResults=4", "InvalidParameterValue")]
    public async Task An_instance_that_is_not_there_and_a_page_too_small_are_refused(string more, string code) =>
        Assert.Equal(code, Form.Text(await AskAsync("Action=DescribeInstances" + more), "Code"));

    private static Task<ServiceReply> AskAsync(string form) => EC2Protocol.DispatchAsync(
        new LocalEC2Api(InstanceCatalog.Embedded, Machine, "us-east-1", "000000000000"), Form.Of(form + "&Version=2016-11-15"), TestContext.Current.CancellationToken);
}
