using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace BatchTools.LocalEngine.Api;

/// <summary>Writes JSON answers as the XML of the query protocols.</summary>
/// <param name="xml">Where to write.</param>
/// <param name="shapes">The service's shapes.</param>
internal sealed class XmlAnswer(XmlWriter xml, WireShapes shapes)
{
    private string _namespace = "";

    /// <summary>Opens the document's first element, in a namespace.</summary>
    public void Open(string name, string @namespace)
    {
        _namespace = @namespace;
        Open(name);
    }

    /// <summary>Opens an element.</summary>
    public void Open(string name) => xml.WriteStartElement(name, _namespace);

    /// <summary>Closes the innermost element.</summary>
    public void Close() => xml.WriteEndElement();

    /// <summary>Writes an element that holds a text.</summary>
    public void Text(string name, string text)
    {
        Open(name);
        xml.WriteString(Allowed(text));
        Close();
    }

    /// <summary>Writes a structure's members.</summary>
    public void WriteMembers(JsonElement value, WireShape shape)
    {
        foreach (var member in shape.Members)
        {
            if (value.TryGetProperty(member.Name, out var inner))
                Write(member.LocationName, inner, shapes[member.Shape]);
        }
    }

    private void Write(string name, JsonElement value, WireShape shape)
    {
        switch (shape.Kind)
        {
            case WireKind.Structure:
                Open(name);
                WriteMembers(value, shape);
                Close();
                break;
            case WireKind.List:
                Open(name);
                foreach (var item in value.EnumerateArray())
                    Write(shape.ItemName, item, shapes[shape.Item]);
                Close();
                break;
            case WireKind.Map:
                WriteMap(name, value, shape);
                break;
            case WireKind.Text:
                Text(name, value.GetString()!);
                break;
            case WireKind.Timestamp:
                Text(name, Moment(value.GetDouble()));
                break;
            default:
                Text(name, value.GetRawText());
                break;
        }
    }

    private void WriteMap(string name, JsonElement value, WireShape shape)
    {
        Open(name);
        foreach (var entry in value.EnumerateObject())
        {
            Open("entry");
            Text("key", entry.Name);
            Write("value", entry.Value, shapes[shape.Item]);
            Close();
        }

        Close();
    }

    private static string Moment(double seconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // XML has no way to write most control characters, which a client may have put into a name.
    private static string Allowed(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
