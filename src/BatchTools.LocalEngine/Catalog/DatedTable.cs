using System.Globalization;

namespace BatchTools.LocalEngine.Catalog;

/// <summary>Reads the tables that are part of the engine: a date, a header, and rows with tabs between their cells.</summary>
internal static class DatedTable
{
    private const string DatePrefix = "# date: ";

    /// <summary>Opens a table of this build.</summary>
    public static StreamReader Open(string name) =>
        new(typeof(DatedTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The table {name} is not part of this build."));

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">The table has no date.</exception>
    public static (DateTimeOffset Date, List<string[]> Rows) Read(TextReader text)
    {
        DateTimeOffset? date = null;
        var rows = new List<string[]>();
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
                rows.Add(line.Split('\t'));
        }

        return (date ?? throw new FormatException("The table has no date."), rows);
    }
}
