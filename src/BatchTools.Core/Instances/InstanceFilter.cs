namespace BatchTools;

/// <summary>Which instance types are wanted. What is null or empty lets all of them pass.</summary>
public sealed record InstanceFilter
{
    /// <summary>Names or patterns, such as c7g.*; one has to match.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The vCPUs.</summary>
    public NumberRange? Vcpu { get; init; }

    /// <summary>The memory, in MiB.</summary>
    public NumberRange? Memory { get; init; }

    /// <summary>The GPUs.</summary>
    public NumberRange? Gpu { get; init; }

    /// <summary>The processor architecture.</summary>
    public string? Architecture { get; init; }

    /// <summary>Only those that are on Spot, the cheapest on Spot first.</summary>
    public bool IsSpot { get; init; }

    /// <summary>Whether an offer is wanted.</summary>
    internal bool Matches(InstanceOffer offer) =>
        (Names.Count == 0 || Names.Any(name => new NamePattern(name) is { HasWildcards: true } pattern ? pattern.Matches(offer.InstanceType) : IsNamed(name, offer.InstanceType)))
        && Vcpu?.Contains(offer.Vcpu) != false
        && Memory?.Contains(offer.Memory) != false
        && Gpu?.Contains(offer.Gpu) != false
        && (Architecture is null || offer.Architecture.Contains(Architecture, StringComparer.OrdinalIgnoreCase))
        && (!IsSpot || offer.SpotPrice is not null);

    // A family stands for its types, as in a compute environment.
    private static bool IsNamed(string name, string type) =>
        name.Equals(type, StringComparison.OrdinalIgnoreCase) || type.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase);
}
