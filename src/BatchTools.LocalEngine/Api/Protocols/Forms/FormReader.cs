using System.Globalization;
using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>Turns forms into the JSON of the same request.</summary>
/// <param name="shapes">The service's shapes.</param>
/// <param name="style">How the form names things.</param>
/// <param name="error">The error type for a value that is not of its member's type.</param>
internal sealed class FormReader(WireShapes shapes, FormStyle style, string error)
{
    /// <summary>Writes a form's value as JSON.</summary>
    /// <exception cref="ServiceError">It is not of the shape's type.</exception>
    public void Write(Utf8JsonWriter writer, FormNode node, WireShape shape)
    {
        switch (shape.Kind)
        {
            case WireKind.Structure:
                WriteStructure(writer, node, shape);
                break;
            case WireKind.List:
                WriteList(writer, node, shape);
                break;
            case WireKind.Map:
                WriteMap(writer, node, shape);
                break;
            default:
                WriteLeaf(writer, node, shape.Kind);
                break;
        }
    }

    private void WriteStructure(Utf8JsonWriter writer, FormNode node, WireShape shape)
    {
        writer.WriteStartObject();
        foreach (var member in shape.Members)
        {
            if (node.Child(Name(member)) is not { } child)
                continue;
            writer.WritePropertyName(member.Name);
            Write(writer, child, shapes[member.Shape]);
        }

        writer.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter writer, FormNode node, WireShape shape)
    {
        var items = style == FormStyle.Ec2 ? node : node.Child(shape.ItemName) ?? node.Child("member") ?? node;
        writer.WriteStartArray();
        foreach (var item in items.Items())
            Write(writer, item, shapes[shape.Item]);
        writer.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter writer, FormNode node, WireShape shape)
    {
        writer.WriteStartObject();
        foreach (var entry in (node.Child("entry") ?? node).Items())
        {
            var key = entry.Child("key")?.Value ?? throw Invalid(entry, "an entry with a key");
            writer.WritePropertyName(key);
            Write(writer, entry.Child("value") ?? throw Invalid(entry, "an entry with a value"), shapes[shape.Item]);
        }

        writer.WriteEndObject();
    }

    private void WriteLeaf(Utf8JsonWriter writer, FormNode node, WireKind kind)
    {
        var text = node.Value ?? throw Invalid(node, "a value");
        switch (kind)
        {
            case WireKind.Text:
                writer.WriteStringValue(text);
                break;
            case WireKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                break;
            case WireKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case WireKind.Boolean when bool.TryParse(text, out var value):
                writer.WriteBooleanValue(value);
                break;
            case WireKind.Timestamp when Moment(text) is { } seconds:
                writer.WriteNumberValue(seconds);
                break;
            default:
                throw Invalid(node, kind switch
                {
                    WireKind.Integer => "an integer",
                    WireKind.Number => "a finite number",
                    WireKind.Boolean => "true or false",
                    _ => "a time as ISO 8601 has it",
                });
        }
    }

    private static double? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? (moment - DateTimeOffset.UnixEpoch).TotalSeconds
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null;

    private string Name(WireMember member) =>
        style == FormStyle.Ec2 ? char.ToUpperInvariant(member.LocationName[0]) + member.LocationName[1..] : member.LocationName;

    private ServiceError Invalid(FormNode node, string expected) =>
        new(error, $"Value ({Shortened.Text(node.Value ?? "")}) for parameter {Shortened.Text(node.Path)} is invalid. It must be {expected}.");
}
