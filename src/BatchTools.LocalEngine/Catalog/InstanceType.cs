namespace BatchTools.LocalEngine.Catalog;

/// <summary>A row of the table of EC2 instance types.</summary>
/// <param name="Name">Such as <c>m5.large</c>.</param>
/// <param name="Vcpus">Its vCPUs.</param>
/// <param name="ThreadsPerCore">The vCPUs of a core.</param>
/// <param name="MemoryMiB">Its memory.</param>
/// <param name="Architecture">x86_64 or arm64.</param>
/// <param name="Manufacturer">Who makes the processor.</param>
/// <param name="ClockGHz">The processor's sustained clock.</param>
/// <param name="Network">The network's speed in AWS's words.</param>
/// <param name="Interfaces">How many network interfaces it can have.</param>
/// <param name="AddressesPerInterface">How many IPv4 addresses an interface can have.</param>
/// <param name="StorageGB">The size of its own disks; 0 for none.</param>
/// <param name="Gpus">How many GPUs it has.</param>
/// <param name="GpuManufacturer">Who makes them; empty without GPUs.</param>
/// <param name="GpuName">Their model; empty without GPUs.</param>
/// <param name="GpuMemoryMiB">The memory of one of them.</param>
/// <param name="HourlyPrice">US dollars an hour: On-Demand, Linux, shared tenancy, us-east-1.</param>
internal sealed record InstanceType(
    string Name,
    int Vcpus,
    int ThreadsPerCore,
    int MemoryMiB,
    string Architecture,
    string Manufacturer,
    double ClockGHz,
    string Network,
    int Interfaces,
    int AddressesPerInterface,
    int StorageGB,
    int Gpus,
    string GpuManufacturer,
    string GpuName,
    int GpuMemoryMiB,
    decimal HourlyPrice)
{
    /// <summary>What stands before the point, such as <c>m5</c>.</summary>
    public string Family => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Whether AWS counts it among older types.</summary>
    public bool IsPreviousGeneration => Family is "p3";

    public bool IsBareMetal => Name.Contains(".metal", StringComparison.Ordinal);

    public bool IsBurstable => Name.StartsWith('t') && char.IsAsciiDigit(Name[1]);

    /// <summary>US dollars an hour on Spot: a fixed part of <see cref="HourlyPrice"/>, for planning; real ones move.</summary>
    public decimal SpotPrice => decimal.Round(HourlyPrice * SpotPart, 6);

    /// <summary>The part of the On-Demand price: 0.3 for burstable types, 0.5 for those with GPUs, 0.4 for all others.</summary>
    private decimal SpotPart => IsBurstable ? 0.3m : Gpus > 0 ? 0.5m : 0.4m;
}
