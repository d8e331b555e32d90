using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchTools.Cli.Terminals;

/// <summary>Writes objects as JSON, one a line. Each says by its first member, `type`, what it is.</summary>
internal static class JsonLine
{
    // A terminal or a program reads it, never a web page: text stays as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    public static void Write(TextWriter output, string type, Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            members(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Flush();
    }

    /// <summary>Writes an error.</summary>
    public static void Error(TextWriter output, string? errorId, string message) => Note(output, "error", message, errorId);

    /// <summary>Writes an error, a warning or what is done on the way.</summary>
    public static void Note(TextWriter output, string type, string message, string? errorId = null) => Write(output, type, json =>
    {
        if (errorId is not null)
            json.WriteString("errorId", errorId);
        json.WriteString("message", message);
    });
}
