using System.Text;
using System.Xml;

namespace BatchTools;

/// <summary>Text that XML can hold.</summary>
internal static class JUnitText
{
    /// <summary>The text; characters that XML has no way to write are shown as their numbers.</summary>
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var written = new StringBuilder(text.Length + 16);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (place + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[place + 1], letter))
                written.Append(letter).Append(text[++place]);
            else if (XmlConvert.IsXmlChar(letter))
                written.Append(letter);
            else
                written.Append(ReportText.Invariant($"\\u{(int)letter:x4}"));
        }

        return written.ToString();
    }
}
