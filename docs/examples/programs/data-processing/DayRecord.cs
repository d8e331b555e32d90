using System.Globalization;

namespace DataProcessing;

/// <summary>A record that was read.</summary>
internal readonly record struct DayRecord(int Id, DateTime Time, string Kind, double Amount)
{
    /// <summary>Reads a line; null if it is broken.</summary>
    public static DayRecord? Parse(string line)
    {
        var fields = line.Split(',');
        return fields.Length == 4
            && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && DateTime.TryParse(fields[1], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            && double.TryParse(fields[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? new DayRecord(id, time, fields[2], amount)
            : null;
    }
}
