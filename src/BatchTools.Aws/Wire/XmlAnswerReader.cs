using System.Globalization;
using System.Text;
using System.Xml;

namespace BatchTools.Aws.Wire;

/// <summary>
/// Reads EC2's XML as <see cref="WireReader"/> reads JSON, and as tolerantly. Between two values it stands at the end of
/// the last one. What cannot be the model's type is an <see cref="XmlException"/>.
/// </summary>
/// <param name="xml">The XML; no DTD is taken from it.</param>
internal struct XmlAnswerReader(XmlReader xml)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private bool _isEmpty;

    /// <summary>A reader of a document.</summary>
    public static XmlReader Open(Stream document) => XmlReader.Create(document, Settings);

    /// <summary>Goes to the document's element.</summary>
    public readonly void Start() => xml.MoveToContent();

    /// <summary>Enters an element with members.</summary>
    public void EnterObject() => _isEmpty = xml.IsEmptyElement;

    /// <summary>Goes to the next member; false after the last one.</summary>
    public bool NextMember()
    {
        if (_isEmpty)
        {
            _isEmpty = false;
            return false;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    /// <summary>Whether the member's name is this one.</summary>
    public readonly bool Named(string name) => xml.LocalName == name;

    /// <summary>Leaves out a member that this client does not know yet.</summary>
    public readonly void SkipValue()
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    /// <summary>Reads a text.</summary>
    public readonly string ReadText()
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
                throw Unexpected($"the element {xml.LocalName}");
            text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>Reads a truth value.</summary>
    public readonly bool ReadBoolean() => ReadText() is var text && bool.TryParse(text, out var value) ? value : throw Unexpected($"'{text}'");

    /// <summary>Reads a whole number of 32 bits.</summary>
    public readonly int ReadInteger() =>
        ReadText() is var text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected($"'{text}'");

    /// <summary>Reads a whole number of 64 bits.</summary>
    public readonly long ReadLong() =>
        ReadText() is var text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected($"'{text}'");

    /// <summary>Reads a number.</summary>
    public readonly double ReadDouble() =>
        ReadText() is var text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected($"'{text}'");

    /// <summary>Reads a moment in ISO 8601, as UTC.</summary>
    public readonly DateTime ReadTimestamp() =>
        ReadText() is var text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcDateTime
            : throw Unexpected($"'{text}'");

    /// <summary>Reads a list: the elements in this one.</summary>
    public List<T> ReadList<T>(ReadXmlValue<T> read)
    {
        var items = new List<T>();
        EnterObject();
        while (NextMember())
            items.Add(read(ref this));
        return items;
    }

    private readonly XmlException Unexpected(string found)
    {
        var place = xml as IXmlLineInfo;
        return new($"Unexpected {found} in the service's answer.", null, place?.LineNumber ?? 0, place?.LinePosition ?? 0);
    }
}
