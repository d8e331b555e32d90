using System.Globalization;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>Instance types as DescribeInstanceTypes shows them.</summary>
internal static class InstanceTypeDescriptions
{
    public static InstanceTypeInfo Describe(InstanceType type) => new()
    {
        InstanceType = type.Name,
        CurrentGeneration = !type.IsPreviousGeneration,
        FreeTierEligible = type.Name is "t3.micro",
        SupportedUsageClasses = [UsageClassType.OnDemand, UsageClassType.Spot],
        SupportedRootDeviceTypes = [RootDeviceType.Ebs],
        SupportedVirtualizationTypes = [VirtualizationType.Hvm],
        BareMetal = type.IsBareMetal,
        Hypervisor = type.IsBareMetal ? null : type.IsPreviousGeneration ? InstanceTypeHypervisor.Xen : InstanceTypeHypervisor.Nitro,
        BurstablePerformanceSupported = type.IsBurstable,
        ProcessorInfo = new()
        {
            SupportedArchitectures = [type.Architecture],
            SustainedClockSpeedInGhz = type.ClockGHz,
            Manufacturer = type.Manufacturer,
        },
        VCpuInfo = new()
        {
            DefaultVCpus = type.Vcpus,
            DefaultCores = type.Vcpus / type.ThreadsPerCore,
            DefaultThreadsPerCore = type.ThreadsPerCore,
        },
        MemoryInfo = new() { SizeInMiB = type.MemoryMiB },
        InstanceStorageSupported = type.StorageGB > 0,
        InstanceStorageInfo = type.StorageGB == 0 ? null : new() { TotalSizeInGB = type.StorageGB },
        NetworkInfo = new()
        {
            NetworkPerformance = type.Network,
            MaximumNetworkInterfaces = type.Interfaces,
            Ipv4AddressesPerInterface = type.AddressesPerInterface,
            Ipv6AddressesPerInterface = type.AddressesPerInterface,
            Ipv6Supported = true,
        },
        GpuInfo = type.Gpus == 0 ? null : new()
        {
            Gpus = [new() { Name = type.GpuName, Manufacturer = type.GpuManufacturer, Count = type.Gpus, MemoryInfo = new() { SizeInMiB = type.GpuMemoryMiB } }],
            TotalGpuMemoryInMiB = type.Gpus * type.GpuMemoryMiB,
        },
    };

    public static EC2Filters<InstanceType> Filters { get; } = new EC2Filters<InstanceType>()
        .Add("instance-type", static type => type.Name)
        .Add("bare-metal", static type => Text(type.IsBareMetal))
        .Add("burstable-performance-supported", static type => Text(type.IsBurstable))
        .Add("current-generation", static type => Text(!type.IsPreviousGeneration))
        .Add("free-tier-eligible", static type => Text(type.Name is "t3.micro"))
        .Add("hypervisor", static type => Describe(type).Hypervisor)
        .Add("instance-storage-supported", static type => Text(type.StorageGB > 0))
        .Add("memory-info.size-in-mib", static type => Text(type.MemoryMiB))
        .Add("network-info.network-performance", static type => type.Network)
        .Add("processor-info.supported-architecture", static type => type.Architecture)
        .AddMany("supported-usage-class", static _ => [UsageClassType.OnDemand, UsageClassType.Spot])
        .Add("supported-root-device-type", static _ => RootDeviceType.Ebs)
        .Add("supported-virtualization-type", static _ => VirtualizationType.Hvm)
        .Add("vcpu-info.default-vcpus", static type => Text(type.Vcpus))
        .Add("vcpu-info.default-cores", static type => Text(type.Vcpus / type.ThreadsPerCore))
        .Add("vcpu-info.default-threads-per-core", static type => Text(type.ThreadsPerCore));

    private static string Text(bool value) => value ? "true" : "false";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
