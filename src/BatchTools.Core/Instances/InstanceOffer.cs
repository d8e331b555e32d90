namespace BatchTools;

/// <summary>An EC2 instance type as a Region offers it, with what an hour of it costs. Prices are in US dollars, for Linux.</summary>
public sealed record InstanceOffer
{
    /// <summary>The instance type, such as c7g.large.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Its vCPUs.</summary>
    public int Vcpu { get; init; }

    /// <summary>Its memory, in MiB. Jobs get somewhat less: the instance needs some itself.</summary>
    public long Memory { get; init; }

    /// <summary>Its GPUs; 0 for none.</summary>
    public int Gpu { get; init; }

    /// <summary>The maker and model of its GPUs; null without any.</summary>
    public string? GpuName { get; init; }

    /// <summary>The memory of all its GPUs, in MiB; 0 without any.</summary>
    public long GpuMemory { get; init; }

    /// <summary>The processor architectures: x86_64, arm64.</summary>
    public IReadOnlyList<string> Architecture { get; init => field = Indexable.Of(value); } = [];

    /// <summary>How fast its network is, in AWS's words.</summary>
    public string? NetworkPerformance { get; init; }

    /// <summary>Whether it is of a generation that AWS counts as current.</summary>
    public bool IsCurrentGeneration { get; init; }

    /// <summary>The Availability Zones of the Region that have it.</summary>
    public IReadOnlyList<string> AvailabilityZones { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What an hour on demand costs; null where the price list does not say.</summary>
    public decimal? OnDemandPrice { get; init; }

    /// <summary>What an hour on Spot costs now, in the cheapest Availability Zone; null where it is not on Spot.</summary>
    public decimal? SpotPrice { get; init; }

    /// <summary>The part of the price on demand that Spot saves, from 0 to 1; null where a price is not known.</summary>
    public double? Saving => OnDemandPrice is > 0 and { } full && SpotPrice is { } spot ? (double)(1 - (spot / full)) : null;

    /// <summary>What an hour of one vCPU costs on demand; null where the price is not known.</summary>
    public decimal? OnDemandPricePerVcpu => Vcpu == 0 ? null : OnDemandPrice / Vcpu;

    /// <summary>What an hour of one vCPU costs on Spot; null where it is not on Spot.</summary>
    public decimal? SpotPricePerVcpu => Vcpu == 0 ? null : SpotPrice / Vcpu;

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>When the price list with the price on demand was published, in UTC; null where there is no price.</summary>
    public DateTime? PriceDate { get; init; }

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Gives the instance type.</summary>
    /// <returns>The instance type.</returns>
    public override string ToString() => InstanceType;
}
