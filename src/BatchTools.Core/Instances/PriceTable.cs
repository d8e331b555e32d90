namespace BatchTools;

/// <summary>Prices of an hour, in US dollars.</summary>
/// <param name="Hourly">The prices by what is priced, such as an instance type.</param>
/// <param name="Date">When the newest of them was published, in UTC; null where the source does not say.</param>
internal sealed record PriceTable(IReadOnlyDictionary<string, decimal> Hourly, DateTime? Date)
{
    /// <summary>No prices.</summary>
    public static PriceTable Empty { get; } = new(new Dictionary<string, decimal>(), null);

    /// <summary>A price; null where there is none.</summary>
    public decimal? Find(string name) => Hourly.TryGetValue(name, out var price) ? price : null;
}
