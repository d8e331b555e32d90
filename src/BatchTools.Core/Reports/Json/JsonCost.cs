using System.Text.Json;

namespace BatchTools;

/// <summary>What jobs cost, in the report for programs.</summary>
internal static class JsonCost
{
    /// <summary>Writes the member `cost` into an object that is begun.</summary>
    public static void Write(Utf8JsonWriter writer, JobCost cost)
    {
        writer.WriteStartObject("cost");
        Amount(writer, "low", cost.Cost.Low);
        Amount(writer, "high", cost.Cost.High);
        Amount(writer, "wasteLow", cost.Waste.Low);
        Amount(writer, "wasteHigh", cost.Waste.High);
        writer.WriteString("currency", cost.Currency);
        writer.WriteBoolean("charged", cost.IsCharged);
        if (cost.Missing.Count > 0)
        {
            writer.WriteStartArray("missing");
            foreach (var missing in cost.Missing)
                writer.WriteStringValue(missing);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Amount(Utf8JsonWriter writer, string name, decimal? dollars)
    {
        if (ReportText.Dollars(dollars) is { } known)
            writer.WriteNumber(name, known);
    }
}
