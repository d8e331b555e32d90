using System.Text;
using System.Xml;

namespace BatchTools.LocalEngine.Api;

/// <summary>Makes XML documents.</summary>
internal static class XmlBody
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false };

    /// <summary>The bytes of the document that <paramref name="write"/> writes.</summary>
    public static ReadOnlyMemory<byte> Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
            write(xml);
        return stream.ToArray();
    }
}
