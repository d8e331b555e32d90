using System.Buffers;
using System.Text.Json;

namespace BatchTools.Journals;

/// <summary>The lines of a journal: each is one JSON object, told from the others by its first member.</summary>
internal static class JournalLine
{
    private const int Version = 1;

    /// <summary>Writes the first line.</summary>
    public static void Write(IBufferWriter<byte> to, JournalHeader header) => Write(to, json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("workload", header.Workload);
        json.WriteBoolean("named", header.IsNamed);
        json.WriteString("place", header.Place);
        json.WriteNumber("startedAt", header.StartedAt);
    });

    /// <summary>Writes that a submission is to be sent.</summary>
    public static void WriteRequest(IBufferWriter<byte> to, JournalEntry entry) => Write(to, json =>
    {
        json.WriteString("key", entry.Key);
        json.WriteString("point", entry.Point);
        json.WriteString("session", entry.Session);
        json.WriteNumber("at", entry.At);
        json.WritePropertyName("request");
        json.WriteRawValue(entry.Request.Span, skipInputValidation: true);
    });

    /// <summary>Writes that a submission was answered, whole: nothing else of it needs to be kept.</summary>
    public static void WriteAnswer(IBufferWriter<byte> to, JournalEntry entry) => Write(to, json =>
    {
        json.WriteString("answered", entry.Key);
        if (entry.Point != entry.Key)
            json.WriteString("point", entry.Point);
        json.WriteNumber("at", entry.At);
        json.WriteString("jobId", entry.JobId);
    });

    /// <summary>Writes that a submission was refused, or never sent.</summary>
    public static void WriteDropped(IBufferWriter<byte> to, string key) => Write(to, json => json.WriteString("dropped", key));

    /// <summary>Writes that a session takes up what another one left.</summary>
    public static void WriteTaken(IBufferWriter<byte> to, JournalEntry entry) => Write(to, json =>
    {
        json.WriteString("taken", entry.Key);
        json.WriteString("session", entry.Session);
    });

    /// <summary>Writes that a call begins which is to submit so many jobs.</summary>
    public static void WritePlan(IBufferWriter<byte> to, string call, int? planned) => Write(to, json =>
    {
        json.WriteString("call", call);
        if (planned is { } number)
            json.WriteNumber("planned", number);
    });

    /// <summary>Writes that a call has done all that it was given.</summary>
    public static void WriteEnd(IBufferWriter<byte> to, string call) => Write(to, json => json.WriteString("ended", call));

    /// <summary>Reads a line; null where it was torn off.</summary>
    public static JsonDocument? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // What was being written when the machine or the process stopped; nothing was done upon it.
        }

        return null;
    }

    /// <summary>Reads the first line; null where it is none.</summary>
    public static JournalHeader? ReadHeader(JsonElement line) =>
        line.TryGetProperty("version", out var version) && version.GetInt32() == Version
            ? new JournalHeader(
                line.GetProperty("workload").GetString()!, line.GetProperty("named").GetBoolean(), line.GetProperty("place").GetString()!,
                line.GetProperty("startedAt").GetInt64())
            : null;

    private static void Write(IBufferWriter<byte> to, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        to.Write("\n"u8);
    }
}
