using System.Text;
using BatchTools.LocalEngine.Logs;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Logs;

public sealed class LineSplitterTests
{
    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb", "a|b")]
    [InlineData("a\rb\n", "a\rb")]
    [InlineData("\n\na\n\r\n", "a")]
    [InlineData("  \n", "  ")]
    [InlineData("", "")]
    [InlineData("last", "last")]
    public void Text_is_split_into_lines(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Split(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Bytes_that_are_no_text_are_replaced() =>
        Assert.Equal(["a\uFFFDb", "ü"], Split([.. "a"u8, 0xFF, .. "b\nü"u8]));

    [Fact]
    public void A_long_line_is_cut_between_characters()
    {
        var line = "x" + string.Concat(Enumerable.Repeat("€", LineSplitter.MaximumLine / 3 + 10));

        var lines = Split(Encoding.UTF8.GetBytes(line + "\nnext"));

        Assert.Equal(3, lines.Count);
        Assert.Equal(line, lines[0] + lines[1]);
        Assert.All(lines, piece => Assert.True(Encoding.UTF8.GetByteCount(piece) <= LineSplitter.MaximumLine));
        Assert.Equal("next", lines[2]);
    }

    [Fact]
    public void However_the_bytes_come_the_lines_are_the_same()
    {
        var text = Gen.ArrayOf(Gen.Elements("a", "ü", "€", "😀", "\n", "\r", "\r\n", " ")).Select(string.Concat);
        Prop.ForAll(text.ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (whole, size) =>
        {
            var bytes = Encoding.UTF8.GetBytes(whole);
            return Split(bytes, size).SequenceEqual(Split(bytes));
        }).QuickCheckThrowOnFailure();
    }

    private static List<string> Split(byte[] bytes, int size = int.MaxValue)
    {
        var lines = new List<string>();
        var splitter = new LineSplitter(line => lines.Add(Encoding.UTF8.GetString(line)));
        for (var at = 0; at < bytes.Length; at += Math.Min(size, bytes.Length - at))
            splitter.Write(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
        splitter.Complete();
        return lines;
    }
}
