using System.Globalization;

namespace BatchTools.LocalEngine.Catalog;

/// <summary>The table of Fargate's prices that is part of the engine: those of a day, for planning.</summary>
/// <param name="Date">The day of the prices.</param>
/// <param name="Prices">The rows.</param>
internal sealed record FargateCatalog(DateTimeOffset Date, IReadOnlyList<FargatePrice> Prices)
{
    /// <summary>The table of this build.</summary>
    public static FargateCatalog Embedded { get; } = Load();

    private static FargateCatalog Load()
    {
        using var text = DatedTable.Open("fargate-prices.tsv");
        var (date, rows) = DatedTable.Read(text);
        return new(date, rows.ConvertAll(ReadRow));
    }

    private static FargatePrice ReadRow(string[] cells) => cells is [var usage, var architecture, var system, var unit, var price]
        ? new(usage, architecture, system, unit, decimal.Parse(price, CultureInfo.InvariantCulture))
        : throw new FormatException($"The row '{string.Join(' ', cells)}' has {cells.Length} cells.");
}
