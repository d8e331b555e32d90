using BatchTools.LocalEngine.Api.EC2;

namespace BatchTools.LocalEngine.Tests.Api.EC2;

public sealed class WildcardsTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abbcd", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("m?.large", "m5.large", true)]
    [InlineData("m?.large", "m.large", false)]
    [InlineData("a\\*", "a*", true)]
    [InlineData("a\\*", "ab", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("a\\", "a\\", true)]
    public void Stars_and_question_marks_stand_for_others_unless_a_backslash_makes_them_plain(string value, string text, bool matches) =>
        Assert.Equal(matches, new Wildcards(value).Matches(text));

    [Fact]
    public void Many_stars_take_no_long_time() =>
        Assert.False(new Wildcards(string.Concat(Enumerable.Repeat("*a", 10_000)) + "b").Matches(new string('a', 20_000)));
}
