using Amazon.EC2.Model;

namespace BatchTools;

/// <summary>Finds subnets and security groups where nobody named any. What is not there is an error, never made up.</summary>
/// <param name="connection">The connection to look in.</param>
internal sealed class Networks(BatchConnection connection)
{
    private const string Available = "available";

    /// <summary>
    /// Finds where to start capacity: in each Availability Zone the zone's default subnet, else one that gives public addresses (jobs
    /// have to reach AWS), else the one with the most free addresses; and the VPC's default security group.
    /// </summary>
    /// <param name="vpcId">The VPC; null: the Region's default VPC.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BatchException">There is no such VPC, or it has no subnet or no default security group.</exception>
    public async Task<NetworkPlace> FindAsync(string? vpcId, CancellationToken cancellationToken)
    {
        var vpc = await VpcAsync(vpcId, cancellationToken);
        var subnets = await SubnetsAsync(vpc).GatherAsync(cancellationToken);
        if (subnets.Count == 0)
            throw BatchException.For(nameof(Messages.SubnetMissing), ErrorKind.NotFound, vpc, vpc, connection.Region);
        var groups = await DefaultGroupsAsync(vpc).GatherAsync(cancellationToken);
        if (groups.Count == 0)
            throw BatchException.For(nameof(Messages.SecurityGroupMissing), ErrorKind.NotFound, vpc, vpc, connection.Region);
        return new(vpc, BestOfEachZone(subnets), [.. groups.Select(group => group.GroupId!)]);
    }

    private static string[] BestOfEachZone(IEnumerable<Subnet> subnets) =>
        [.. subnets.GroupBy(subnet => subnet.AvailabilityZone, StringComparer.Ordinal)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => zone
                .OrderByDescending(subnet => subnet.DefaultForAz == true)
                .ThenByDescending(subnet => subnet.MapPublicIpOnLaunch == true)
                .ThenByDescending(subnet => subnet.AvailableIpAddressCount)
                .ThenBy(subnet => subnet.SubnetId, StringComparer.Ordinal)
                .First().SubnetId!)];

    private async Task<string> VpcAsync(string? vpcId, CancellationToken cancellationToken)
    {
        var filter = vpcId is null ? Filter("is-default", "true") : Filter("vpc-id", vpcId);
        await foreach (var vpc in VpcsAsync(filter).WithCancellation(cancellationToken))
            return vpc.VpcId!;
        throw vpcId is null
            ? BatchException.For(nameof(Messages.DefaultVpcMissing), ErrorKind.NotFound, connection.Region, connection.Region)
            : BatchException.For(nameof(Messages.VpcMissing), ErrorKind.NotFound, vpcId, vpcId, connection.Region);
    }

    private IAsyncEnumerable<Vpc> VpcsAsync(Filter filter) => Pages.ReadAsync(
        (token, cancellation) => Call("DescribeVpcs", filter.Values![0]).InvokeAsync(
            stop => connection.EC2.DescribeVpcsAsync(new() { Filters = [filter], NextToken = token }, stop), cancellation),
        answer => answer.Vpcs, answer => answer.NextToken);

    private IAsyncEnumerable<Subnet> SubnetsAsync(string vpcId) => Pages.ReadAsync(
        (token, cancellation) => Call("DescribeSubnets", vpcId).InvokeAsync(
            stop => connection.EC2.DescribeSubnetsAsync(new() { Filters = [Filter("vpc-id", vpcId), Filter("state", Available)], NextToken = token }, stop), cancellation),
        answer => answer.Subnets, answer => answer.NextToken);

    private IAsyncEnumerable<SecurityGroup> DefaultGroupsAsync(string vpcId) => Pages.ReadAsync(
        (token, cancellation) => Call("DescribeSecurityGroups", vpcId).InvokeAsync(
            stop => connection.EC2.DescribeSecurityGroupsAsync(
                new() { Filters = [Filter("vpc-id", vpcId), Filter("group-name", "default")], NextToken = token }, stop),
            cancellation),
        answer => answer.SecurityGroups, answer => answer.NextToken);

    private ServiceCall Call(string operation, string target) => new(connection, "ec2:" + operation, target);

    private static Filter Filter(string name, string value) => new() { Name = name, Values = [value] };
}
