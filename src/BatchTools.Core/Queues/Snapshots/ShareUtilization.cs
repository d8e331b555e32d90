namespace BatchTools;

/// <summary>What the jobs of one share use at the moment.</summary>
/// <param name="ShareIdentifier">The share.</param>
/// <param name="Capacity">How much of each unit, such as VCPU.</param>
public sealed record ShareUtilization(string ShareIdentifier, IReadOnlyDictionary<string, double> Capacity)
{
    /// <summary>Gives the share and what it uses.</summary>
    /// <returns>The share and what it uses.</returns>
    public override string ToString() => $"{ShareIdentifier}: {string.Join(", ", Capacity.Select(one => $"{one.Value:0.##} {one.Key}"))}";
}
