using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("4", 4, 4)]
    [InlineData("4..", 4, null)]
    [InlineData("..16", null, 16)]
    [InlineData(" 4 .. 16 ", 4, 16)]
    public void A_range_has_one_end_or_two(string text, int? least, int? most) =>
        Assert.Equal(new NumberRange(least, most), NumberRange.Parse(text, NumberRange.Number));

    [Theory]
    [InlineData("16GB..", 16384, null)]
    [InlineData("512MiB..2g", 512, 2048)]
    [InlineData("17179869184", 16384, 16384)]
    [InlineData("..1.5TB", null, 1572864)]
    [InlineData("2048", 2048, 2048)]
    public void Memory_has_units(string text, int? least, int? most) =>
        Assert.Equal(new NumberRange(least, most), NumberRange.Parse(text, MemorySize.Mebibytes));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("four")]
    [InlineData("8..4")]
    [InlineData("1...2")]
    [InlineData("-1")]
    [InlineData("1..2..3")]
    public void What_is_no_range_is_named(string text) =>
        Assert.Equal(nameof(Messages.RangeInvalid), Assert.Throws<BatchException>(() => NumberRange.Parse(text, NumberRange.Number)).ErrorId);

    [Fact]
    public void What_a_range_is_written_as_reads_as_the_same_range() =>
        Prop.ForAll<uint, uint>((a, b) =>
        {
            var range = new NumberRange(Math.Min(a, b), Math.Max(a, b));
            Assert.Equal(range, NumberRange.Parse($"{range}", NumberRange.Number));
            Assert.True(range.Contains(a) && range.Contains(b) && !range.Contains(Math.Max(a, b) + 1m));
        }).QuickCheckThrowOnFailure();
}
