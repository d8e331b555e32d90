using System.Runtime.InteropServices;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>This machine as the EC2 instance that jobs run on.</summary>
/// <param name="catalog">The table that its type is taken from: that of the fewest vCPUs among those as large as the machine.</param>
/// <param name="instanceId">Its id, the data folder's own.</param>
/// <param name="processors">The machine's processors.</param>
/// <param name="memoryMiB">The machine's memory.</param>
/// <param name="launchedAt">When the engine was opened.</param>
internal sealed class LocalInstance(InstanceCatalog catalog, string instanceId, int processors, int memoryMiB, DateTimeOffset launchedAt)
{
    private const string Address = "127.0.0.1";
    private const int Running = 16;

    private static string Architecture => RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";

    public Instance Describe(LocalNetwork network)
    {
        var subnet = network.Subnets().First();
        var type = Type();
        return new Instance
        {
            InstanceId = instanceId,
            InstanceType = type.Name,
            State = new() { Code = Running, Name = InstanceStateName.Running },
            Architecture = Architecture,
            CpuOptions = new() { CoreCount = type.Vcpus / type.ThreadsPerCore, ThreadsPerCore = type.ThreadsPerCore },
            LaunchTime = launchedAt.ToUnixTimeMilliseconds() / 1000.0,
            Placement = new() { AvailabilityZone = subnet.AvailabilityZone, AvailabilityZoneId = subnet.AvailabilityZoneId, Tenancy = Tenancy.Default },
            PrivateIpAddress = Address,
            PrivateDnsName = "localhost",
            SubnetId = subnet.SubnetId,
            VpcId = subnet.VpcId,
            SecurityGroups = [new() { GroupId = LocalNetwork.SecurityGroupId, GroupName = "default" }],
            VirtualizationType = VirtualizationType.Hvm,
            RootDeviceType = DeviceType.Ebs,
            AmiLaunchIndex = 0,
            Tags = [],
        };
    }

    private InstanceType Type()
    {
        var general = catalog.Types.Where(static type => type.Gpus == 0 && type.Architecture == Architecture && !type.IsBareMetal && !type.IsBurstable)
            .OrderBy(static type => type.Vcpus).ThenBy(static type => type.MemoryMiB).ToList();
        return general.Find(type => type.Vcpus >= processors && type.MemoryMiB >= memoryMiB) ?? general[^1];
    }
}
