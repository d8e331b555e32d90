using System.Xml.Linq;
using BatchTools.Help.Reading;

namespace BatchTools.Help.Tests.Reading;

public sealed class ProseReaderTests
{
    private readonly ProseReader _reader = new(reference => $"[{reference}]");

    [Fact]
    public void Lines_become_one_paragraph()
    {
        var prose = _reader.Sentence(XElement.Parse("<summary>\n    Waits for\n    jobs.\n  </summary>"));

        Assert.Equal("Waits for jobs.", prose.Plain);
    }

    [Fact]
    public void Paragraphs_and_the_text_between_them_keep_their_order()
    {
        var prose = _reader.Paragraphs(XElement.Parse("<remarks>One.<para>Two.</para>Three.<code>skipped</code></remarks>"));

        Assert.Equal(["One.", "Two.", "Three."], prose.Select(paragraph => paragraph.Plain));
    }

    [Fact]
    public void Code_and_references_are_plain_in_a_console_and_marked_in_documents()
    {
        var prose = _reader.Sentence(XElement.Parse("<summary>Takes <c>90s</c>, see <see cref=\"P:A.B\"/> or <see langword=\"null\"/>.</summary>"));

        Assert.Equal("Takes 90s, see [P:A.B] or null.", prose.Plain);
        Assert.Equal("Takes `90s`, see `[P:A.B]` or `null`.", prose.Markdown);
    }

    [Fact]
    public void Marks_in_text_are_escaped_in_documents()
    {
        var prose = _reader.Sentence(XElement.Parse("<summary>* and ? in &lt;names&gt;</summary>"));

        Assert.Equal("* and ? in <names>", prose.Plain);
        Assert.Equal("\\* and ? in \\<names>", prose.Markdown);
    }

    [Fact]
    public void A_list_becomes_an_item_a_line()
    {
        var prose = _reader.Paragraphs(XElement.Parse("<remarks><list><item>one</item><item><description>two</description></item></list></remarks>"));

        Assert.Equal(["- one", "- two"], prose.Select(paragraph => paragraph.Plain));
    }

    [Fact]
    public void Code_loses_its_common_indentation_and_nothing_else()
    {
        var code = ProseReader.Code(XElement.Parse("<code>\n    A |\n        B\n    </code>"));

        Assert.Equal("A |\n    B", code);
    }
}
