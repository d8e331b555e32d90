using System.Globalization;

namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>The network that the engine shows: AWS's default VPC with a subnet in each zone, the same ids in every data folder.</summary>
internal sealed class LocalNetwork(string region, string account)
{
    public const string VpcId = "vpc-0ba7c4000000000a1";
    public const string SecurityGroupId = "sg-0ba7c4000000000b1";

    private const string DhcpOptionsId = "dopt-0ba7c4000000000c1";

    /// <summary>The zones: a letter, and the number in the zone's id.</summary>
    public IReadOnlyList<(string Name, string Id)> Zones { get; } =
        [.. "abcdef".Select((letter, index) => (region + letter, string.Create(CultureInfo.InvariantCulture, $"use1-az{index + 1}")))];

    public Vpc Vpc() => new()
    {
        VpcId = VpcId,
        OwnerId = account,
        State = VpcState.Available,
        IsDefault = true,
        CidrBlock = "172.31.0.0/16",
        DhcpOptionsId = DhcpOptionsId,
        InstanceTenancy = Tenancy.Default,
        CidrBlockAssociationSet =
        [
            new()
            {
                AssociationId = "vpc-cidr-assoc-0ba7c4000000000d1",
                CidrBlock = "172.31.0.0/16",
                CidrBlockState = new() { State = VpcCidrBlockStateCode.Associated },
            },
        ],
    };

    public IEnumerable<Subnet> Subnets() => Zones.Select((zone, index) => Subnet(zone.Name, zone.Id, index));

    public SecurityGroup SecurityGroup() => new()
    {
        GroupId = SecurityGroupId,
        GroupName = "default",
        Description = "default VPC security group",
        OwnerId = account,
        VpcId = VpcId,
        SecurityGroupArn = $"arn:aws:ec2:{region}:{account}:security-group/{SecurityGroupId}",
        IpPermissions = [new() { IpProtocol = "-1", IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs = [new() { GroupId = SecurityGroupId, UserId = account }] }],
        IpPermissionsEgress = [new() { IpProtocol = "-1", IpRanges = [new() { CidrIp = "0.0.0.0/0" }], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs = [] }],
    };

    private Subnet Subnet(string zone, string zoneId, int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"subnet-0ba7c4000000000e{index + 1}");
        return new()
        {
            SubnetId = id,
            SubnetArn = $"arn:aws:ec2:{region}:{account}:subnet/{id}",
            VpcId = VpcId,
            OwnerId = account,
            State = SubnetState.Available,
            AvailabilityZone = zone,
            AvailabilityZoneId = zoneId,
            CidrBlock = string.Create(CultureInfo.InvariantCulture, $"172.31.{index * 16}.0/20"),
            AvailableIpAddressCount = 4091,
            DefaultForAz = true,
            MapPublicIpOnLaunch = true,
            AssignIpv6AddressOnCreation = false,
            EnableDns64 = false,
            Ipv6Native = false,
            MapCustomerOwnedIpOnLaunch = false,
            Ipv6CidrBlockAssociationSet = [],
            PrivateDnsNameOptionsOnLaunch = new()
            {
                HostnameType = HostnameType.IpName,
                EnableResourceNameDnsARecord = false,
                EnableResourceNameDnsAAAARecord = false,
            },
        };
    }
}
