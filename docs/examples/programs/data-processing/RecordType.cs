namespace DataProcessing;

/// <summary>A type of records: the kinds that its records fall into, how many come in a day and how big their amounts are.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PerDay">How many records one day brings, about.</param>
/// <param name="Amount">The unit of a record's amount.</param>
/// <param name="TypicalAmount">The median of the amounts.</param>
/// <param name="Kinds">The kinds, the most frequent first.</param>
internal sealed record RecordType(string Name, int PerDay, string Amount, double TypicalAmount, IReadOnlyList<string> Kinds)
{
    private static readonly RecordType[] Known =
    [
        new("transactions", 60_000, "USD", 42, ["purchase", "refund", "transfer", "withdrawal"]),
        new("events", 90_000, "ms", 180, ["view", "click", "search", "add-to-cart", "sign-in"]),
        new("logs", 120_000, "bytes", 320, ["info", "debug", "warning", "error"]),
        new("metrics", 80_000, "percent", 35, ["cpu", "memory", "disk", "network"]),
    ];

    public static RecordType Named(string name) =>
        Known.FirstOrDefault(type => type.Name == name)
        ?? throw new ArgumentException($"--dataType must be one of {string.Join(", ", Known.Select(type => type.Name))}, not '{name}'.");
}
