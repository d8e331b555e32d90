namespace BatchTools;

/// <summary>Prices of an hour, in US dollars.</summary>
/// <param name="Hourly">The prices by what is priced, such as an instance type; of several, the lowest.</param>
/// <param name="Date">When the newest of them was published, in UTC; null where the source does not say.</param>
internal sealed record PriceTable(IReadOnlyDictionary<string, decimal> Hourly, DateTime? Date)
{
    /// <summary>No prices.</summary>
    public static PriceTable Empty { get; } = new(new Dictionary<string, decimal>(), null);

    /// <summary>The highest of several prices, where they differ by place.</summary>
    public IReadOnlyDictionary<string, decimal> Highest { get; init; } = Hourly;

    /// <summary>A price, the lowest of several; null where there is none.</summary>
    public decimal? Find(string name) => Hourly.TryGetValue(name, out var price) ? price : null;

    /// <summary>The lowest and the highest price; null where there is none.</summary>
    public CostRange? Range(string name) =>
        Find(name) is { } low ? new(low, Highest.TryGetValue(name, out var high) ? high : low) : null;
}
