using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchTools.Aws.Wire;

/// <summary>What the generated writing needs beside <see cref="Utf8JsonWriter"/>.</summary>
internal static class WireWriting
{
    // Readers get JSON, not HTML; and the service counts the bytes of a request.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The bytes of what <paramref name="write"/> writes.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

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
    public static void WriteTimestampValue(this Utf8JsonWriter writer, DateTime time) =>
        writer.WriteNumberValue((time.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);

    /// <summary>Writes a moment that the model calls a number of milliseconds since 1970.</summary>
    public static void WriteMillisecondsValue(this Utf8JsonWriter writer, DateTime time) =>
        writer.WriteNumberValue((long)(time.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds);
}
