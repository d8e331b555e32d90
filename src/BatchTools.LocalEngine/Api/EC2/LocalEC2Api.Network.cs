using System.Globalization;

namespace BatchTools.LocalEngine.Api.EC2;

internal sealed partial class LocalEC2Api
{
    private static readonly EC2Filters<Vpc> VpcFilters = new EC2Filters<Vpc>()
        .Add("vpc-id", static vpc => vpc.VpcId)
        .Add("owner-id", static vpc => vpc.OwnerId)
        .Add("state", static vpc => vpc.State)
        .Add("is-default", static vpc => Text(vpc.IsDefault))
        .Add("isDefault", static vpc => Text(vpc.IsDefault))
        .Add("cidr", static vpc => vpc.CidrBlock)
        .Add("cidr-block-association.cidr-block", static vpc => vpc.CidrBlock)
        .Add("dhcp-options-id", static vpc => vpc.DhcpOptionsId)
        .AddTags(static vpc => vpc.Tags);

    private static readonly EC2Filters<Subnet> SubnetFilters = new EC2Filters<Subnet>()
        .Add("subnet-id", static subnet => subnet.SubnetId)
        .Add("subnet-arn", static subnet => subnet.SubnetArn)
        .Add("vpc-id", static subnet => subnet.VpcId)
        .Add("owner-id", static subnet => subnet.OwnerId)
        .Add("state", static subnet => subnet.State)
        .Add("availability-zone", static subnet => subnet.AvailabilityZone)
        .Add("availabilityZone", static subnet => subnet.AvailabilityZone)
        .Add("availability-zone-id", static subnet => subnet.AvailabilityZoneId)
        .Add("cidr-block", static subnet => subnet.CidrBlock)
        .Add("cidr", static subnet => subnet.CidrBlock)
        .Add("available-ip-address-count", static subnet => subnet.AvailableIpAddressCount?.ToString(CultureInfo.InvariantCulture))
        .Add("default-for-az", static subnet => Text(subnet.DefaultForAz))
        .Add("defaultForAz", static subnet => Text(subnet.DefaultForAz))
        .Add("map-public-ip-on-launch", static subnet => Text(subnet.MapPublicIpOnLaunch))
        .Add("ipv6-native", static subnet => Text(subnet.Ipv6Native))
        .AddTags(static subnet => subnet.Tags);

    private static readonly EC2Filters<SecurityGroup> GroupFilters = new EC2Filters<SecurityGroup>()
        .Add("group-id", static group => group.GroupId)
        .Add("group-name", static group => group.GroupName)
        .Add("description", static group => group.Description)
        .Add("owner-id", static group => group.OwnerId)
        .Add("vpc-id", static group => group.VpcId)
        .AddTags(static group => group.Tags);

    public override Task<DescribeVpcsResponse> DescribeVpcsAsync(DescribeVpcsRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        var size = PageSize(request.MaxResults, request.VpcIds, "vpcIds");
        var wanted = Named([_network.Vpc()], request.VpcIds, static vpc => vpc.VpcId!, "InvalidVpcID.NotFound", "vpc ID");
        var (page, next) = OffsetPaging.Page(VpcFilters.Apply(wanted, request.Filters), request.NextToken, size, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeVpcsResponse { Vpcs = page, NextToken = next });
    }

    public override Task<DescribeSubnetsResponse> DescribeSubnetsAsync(DescribeSubnetsRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        var size = PageSize(request.MaxResults, request.SubnetIds, "subnetIds");
        var wanted = Named([.. _network.Subnets()], request.SubnetIds, static subnet => subnet.SubnetId!, "InvalidSubnetID.NotFound", "subnet ID");
        var (page, next) = OffsetPaging.Page(SubnetFilters.Apply(wanted, request.Filters), request.NextToken, size, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeSubnetsResponse { Subnets = page, NextToken = next });
    }

    public override Task<DescribeSecurityGroupsResponse> DescribeSecurityGroupsAsync(DescribeSecurityGroupsRequest request, CancellationToken cancellationToken)
    {
        CheckDryRun(request.DryRun);
        var size = PageSize(request.MaxResults, request.GroupIds, "groupIds");
        var byId = Named([_network.SecurityGroup()], request.GroupIds, static group => group.GroupId!, "InvalidGroup.NotFound", "security group");
        var byName = Named([.. byId], request.GroupNames, static group => group.GroupName!, "InvalidGroup.NotFound", "security group");
        var (page, next) = OffsetPaging.Page(GroupFilters.Apply(byName, request.Filters), request.NextToken, size, EC2Errors.InvalidToken);
        return Task.FromResult(new DescribeSecurityGroupsResponse { SecurityGroups = page, NextToken = next });
    }

    // All items where no ids are given; EC2 refuses a request that names one that is not there.
    private static IEnumerable<T> Named<T>(List<T> all, List<string>? ids, Func<T, string> id, string code, string kind)
    {
        if (ids is not { Count: > 0 })
            return all;
        var unknown = ids.Find(wanted => !all.Exists(item => id(item) == wanted));
        return unknown is null ? all.Where(item => ids.Contains(id(item))) : throw EC2Errors.NotFound(code, kind, unknown);
    }

    private static string? Text(bool? value) => value switch { true => "true", false => "false", null => null };
}
