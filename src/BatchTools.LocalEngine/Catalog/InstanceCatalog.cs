using System.Globalization;

namespace BatchTools.LocalEngine.Catalog;

/// <summary>The table of common EC2 instance types that is part of the engine: hardware and prices of a day, for planning.</summary>
internal sealed class InstanceCatalog
{
    private const string DatePrefix = "# date: ";

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
        DateTimeOffset? date = null;
        var types = new List<InstanceType>();
        var isHeader = true;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith(DatePrefix, StringComparison.Ordinal))
                date = DateTimeOffset.ParseExact(line[DatePrefix.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            else if (line.StartsWith('#'))
                continue;
            else if (isHeader)
                isHeader = false;
            else
                types.Add(ReadRow(line.Split('\t')));
        }

        return new InstanceCatalog(date ?? throw new FormatException("The table has no date."), types);
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
        using var stream = typeof(InstanceCatalog).Assembly.GetManifestResourceStream("instance-types.tsv")
            ?? throw new InvalidOperationException("The table of instance types is not part of this build.");
        using var text = new StreamReader(stream);
        return Read(text);
    }
}
