using Amazon.EC2.Model;

namespace BatchTools.Tests;

public sealed class NetworksTests
{
    private readonly StandInConnection _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_default_vpc_gives_one_subnet_a_zone_and_its_default_group()
    {
        Vpcs("vpc-1");
        _service.EC2.On<DescribeSubnetsRequest, DescribeSubnetsResponse>(request => request.NextToken is null
            ? new() { Subnets = [Subnet("s-private", "b", free: 900), Subnet("s-public", "b", isPublic: true), Subnet("s-default", "a", isDefault: true)], NextToken = "2" }
            : new() { Subnets = [Subnet("s-big", "a", isPublic: true, free: 999), Subnet("s-many", "c", free: 9), Subnet("s-few", "c", free: 3)], NextToken = "" });
        _service.EC2.On<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse>(_ => new() { SecurityGroups = [new() { GroupId = "sg-1" }] });

        var place = await new Networks(_service.Connection).FindAsync(null, Cancel);

        Assert.Equal("vpc-1", place.VpcId);
        Assert.Equal(["s-default", "s-public", "s-many"], place.Subnets);
        Assert.Equal(["sg-1"], place.SecurityGroupIds);
        var asked = Assert.Single(_service.EC2.Requests.OfType<DescribeVpcsRequest>()).Filters!.Single();
        Assert.Equal(("is-default", "true"), (asked.Name, asked.Values!.Single()));
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_that_says_what_to_pass()
    {
        Vpcs();
        Assert.Contains("-VpcId", await ErrorAsync(null, nameof(Messages.DefaultVpcMissing)), StringComparison.Ordinal);
        Assert.Contains("vpc-9", await ErrorAsync("vpc-9", nameof(Messages.VpcMissing)), StringComparison.Ordinal);

        Vpcs("vpc-1");
        _service.EC2.On<DescribeSubnetsRequest, DescribeSubnetsResponse>(_ => new());
        Assert.Contains("-Subnet", await ErrorAsync("vpc-1", nameof(Messages.SubnetMissing)), StringComparison.Ordinal);

        _service.EC2.On<DescribeSubnetsRequest, DescribeSubnetsResponse>(_ => new() { Subnets = [Subnet("s", "a")] });
        _service.EC2.On<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse>(_ => new());
        Assert.Contains("-SecurityGroupId", await ErrorAsync("vpc-1", nameof(Messages.SecurityGroupMissing)), StringComparison.Ordinal);
    }

    private async Task<string> ErrorAsync(string? vpcId, string id)
    {
        var error = await Assert.ThrowsAsync<BatchException>(() => new Networks(_service.Connection).FindAsync(vpcId, Cancel));
        Assert.Equal(id, error.ErrorId);
        return error.Message;
    }

    private void Vpcs(params string[] ids) =>
        _service.EC2.On<DescribeVpcsRequest, DescribeVpcsResponse>(_ => new() { Vpcs = [.. ids.Select(id => new Vpc { VpcId = id })] });

    private static Subnet Subnet(string id, string zone, bool isDefault = false, bool isPublic = false, int free = 1) => new()
    {
        SubnetId = id, AvailabilityZone = zone, DefaultForAz = isDefault, MapPublicIpOnLaunch = isPublic, AvailableIpAddressCount = free,
    };
}
