using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>What the generated writing needs beside <see cref="Utf8JsonWriter"/>.</summary>
internal static class WireWriting
{
    /// <summary>Writes a list.</summary>
    public static void WriteList<T>(this Utf8JsonWriter writer, List<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    /// <summary>Writes a map.</summary>
    public static void WriteMap<T>(this Utf8JsonWriter writer, Dictionary<string, T> entries, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }
        writer.WriteEndObject();
    }

    /// <summary>Writes a moment: seconds since 1970.</summary>
    public static void WriteTimestampValue(this Utf8JsonWriter writer, double seconds) => writer.WriteNumberValue(seconds);
}
