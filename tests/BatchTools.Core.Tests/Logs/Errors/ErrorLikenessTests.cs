namespace BatchTools.Tests;

public sealed class ErrorLikenessTests
{
    [Theory]
    [InlineData("row 17 of 4e5 is -3.5", "row 2 of 10 is 7")]
    [InlineData("2026-01-02T03:04:05.678Z failed", "2027-11-12 13:14:15,1 failed")]
    [InlineData("job 6c1f9f1e-0f0a-4d0e-9f0c-2a1b3c4d5e6f lost", "job 00000000-0000-0000-0000-000000000000 lost")]
    [InlineData("at 0x7ffe12ab", "at 0x1")]
    [InlineData("commit 9f8e7d6c5b is bad", "commit 1234567890abcdef is bad")]
    [InlineData("\e[31mfailed\e[0m", "failed")]
    public void Times_ids_numbers_and_colours_do_not_count(string one, string other) =>
        Assert.Equal(ErrorLikeness.Of([one]).Text, ErrorLikeness.Of([other]).Text);

    [Theory]
    [InlineData("ValueError: the pressure of cell alpha is out of range", "ValueError: the pressure of cell beta is out of range", true)]
    [InlineData("ValueError: the pressure of cell alpha is out of range", "KeyError: 'temperature'", false)]
    [InlineData("Segmentation fault", "Bus error", false)]
    [InlineData("", "anything", false)]
    public void A_word_more_or_less_does_not_count(string one, string other, bool alike)
    {
        Assert.Equal(alike, ErrorLikeness.Of([one]).IsLike(ErrorLikeness.Of([other])));
        Assert.Equal(alike, ErrorLikeness.Of([other]).IsLike(ErrorLikeness.Of([one])));
    }

    [Fact]
    public void Words_stay_words() => Assert.Equal("deadbeef facade", ErrorLikeness.Of(["deadbeef  facade"]).Text);
}
