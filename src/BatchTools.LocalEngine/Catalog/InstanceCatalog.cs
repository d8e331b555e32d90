using System.Globalization;

namespace BatchTools.LocalEngine.Catalog;

/// <summary>The table of common EC2 instance types that is part of the engine: hardware and prices of a day, for planning.</summary>
internal sealed class InstanceCatalog
{
    private readonly Dictionary<string, InstanceType> _byName;

    private InstanceCatalog(DateTimeOffset date, List<InstanceType> types)
    {
        Date = date;
        Types = types;
        _byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>The table of this build.</summary>
    public static InstanceCatalog Embedded { get; } = Load();

    /// <summary>The day of the prices.</summary>
    public DateTimeOffset Date { get; }

    /// <summary>All types, smaller ones first within a family.</summary>
    public IReadOnlyList<InstanceType> Types { get; }

    public InstanceType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A row is not of the table's form.</exception>
    public static InstanceCatalog Read(TextReader text)
    {
        var (date, rows) = DatedTable.Read(text);
        return new InstanceCatalog(date, rows.ConvertAll(ReadRow));
    }

    private static InstanceType ReadRow(string[] cells)
    {
        if (cells is not [var name, var vcpus, var threads, var memory, var architecture, var manufacturer, var clock, var network, var interfaces, var addresses, var storage, var gpus, var gpu, var gpuMemory, var price])
            throw new FormatException($"The row '{string.Join(' ', cells)}' has {cells.Length} cells.");
        var space = gpu.IndexOf(' ', StringComparison.Ordinal);
        return new InstanceType(
            name, Whole(vcpus), Whole(threads), Whole(memory), architecture, manufacturer, double.Parse(clock, CultureInfo.InvariantCulture), network,
            Whole(interfaces), Whole(addresses), Whole(storage), Whole(gpus), space < 0 ? "" : gpu[..space], gpu[(space + 1)..], Whole(gpuMemory),
            decimal.Parse(price, CultureInfo.InvariantCulture));
    }

    private static int Whole(string cell) => int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static InstanceCatalog Load()
    {
        using var text = DatedTable.Open("instance-types.tsv");
        return Read(text);
    }
}
