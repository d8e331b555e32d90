using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchTools;

/// <summary>Writes plain data as JSON: what <see cref="WorkloadFiles.ShapeWriter"/> makes of AWS's objects.</summary>
internal static class PlainJson
{
    // As the clients write it, and AWS counts it.
    private static readonly JsonWriterOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _text;

    /// <summary>The text as it is sent.</summary>
    public static byte[] ToText(object? value) => ToText(value, AsSent, Write);

    /// <summary>The text that a way of writing makes.</summary>
    public static byte[] ToText(object? value, JsonWriterOptions options, Action<Utf8JsonWriter, object?> write)
    {
        var text = _text ??= new ArrayBufferWriter<byte>(1024);
        text.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(text, options))
            write(json, value);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Writes a value with all that it holds.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }

                json.WriteEndObject();
                break;
            case object?[] list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, value);
                break;
        }
    }

    /// <summary>Writes a value that holds no others.</summary>
    public static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not plain data.", nameof(value));
        }
    }
}
