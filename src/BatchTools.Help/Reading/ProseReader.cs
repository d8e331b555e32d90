using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BatchTools.Help.Model;

namespace BatchTools.Help.Reading;

/// <summary>Turns the XML of a doc comment into paragraphs.</summary>
/// <param name="nameOf">What a <c>cref</c> is called in help: a cmdlet, a parameter, a type.</param>
internal sealed partial class ProseReader(Func<string, string> nameOf)
{
    /// <summary>Reads the paragraphs of an element: its <c>para</c> elements and the text between them.</summary>
    public IReadOnlyList<Prose> Paragraphs(XElement? element)
    {
        if (element is null)
            return [];

        List<Prose> paragraphs = [];
        List<XNode> loose = [];
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" or "code" or "list" } block)
            {
                Add(loose);
                loose.Clear();
                if (block.Name.LocalName == "para")
                    Add(block.Nodes());
                else if (block.Name.LocalName == "list")
                    paragraphs.AddRange(Items(block));
            }
            else
            {
                loose.Add(node);
            }
        }

        Add(loose);
        return paragraphs;

        void Add(IEnumerable<XNode> nodes)
        {
            if (Read(nodes) is { Plain.Length: > 0 } prose)
                paragraphs.Add(prose);
        }
    }

    /// <summary>Reads the text of an element as one paragraph.</summary>
    public Prose Sentence(XElement? element) => Read(element?.Nodes() ?? []);

    /// <summary>Reads the lines of a <c>code</c> element without their common indentation.</summary>
    public static string Code(XElement element)
    {
        var lines = element.Value.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : ""));
    }

    private IEnumerable<Prose> Items(XElement list) =>
        from item in list.Elements("item")
        let prose = Read(item.Element("description")?.Nodes() ?? item.Nodes())
        select new Prose("- " + prose.Plain, "- " + prose.Markdown);

    private Prose Read(IEnumerable<XNode> nodes)
    {
        var plain = new StringBuilder();
        var markdown = new StringBuilder();
        foreach (var node in nodes)
        {
            var text = node is XText loose ? loose.Value : TextOf((node as XElement)!);
            plain.Append(text);
            markdown.Append(node is XText ? Escape(text) : $"`{text}`");
        }

        return new Prose(OneLine(plain), OneLine(markdown));
    }

    private string TextOf(XElement element) => element switch
    {
        { Name.LocalName: "see" or "seealso" } when element.Attribute("langword") is { } word => word.Value,
        { Name.LocalName: "see" or "seealso" } when element.Attribute("cref") is { } reference => nameOf(reference.Value),
        { Name.LocalName: "see" or "seealso" } when element.Attribute("href") is { } address => address.Value,
        { Name.LocalName: "paramref" or "typeparamref" } => element.Attribute("name")!.Value,
        _ => element.Value,
    };

    private static string Escape(string text) => text.Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    private static string OneLine(StringBuilder text) => WhiteSpace().Replace(text.ToString(), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
