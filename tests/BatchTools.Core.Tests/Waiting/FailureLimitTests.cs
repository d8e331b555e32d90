namespace BatchTools.Tests;

public sealed class FailureLimitTests
{
    [Theory]
    [InlineData("0", 0, 10, false)]
    [InlineData("0", 1, 10, true)]
    [InlineData("3", 3, 10, false)]
    [InlineData(" 3 ", 4, null, true)]
    [InlineData("3%", 3, 100, false)]
    [InlineData("3%", 4, 100, true)]
    [InlineData("2.5%", 26, 1000, true)]
    [InlineData("0%", 1, 100000, true)]
    [InlineData("3%", 50, null, false)]
    public void A_limit_is_a_number_or_a_share(string limit, int failed, int? total, bool exceeded) =>
        Assert.Equal(exceeded, FailureLimit.Parse(limit).IsExceeded(failed, total));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("three")]
    [InlineData("101%")]
    [InlineData("NaN%")]
    [InlineData("3,5")]
    public void Anything_else_is_refused_and_quoted(string text) =>
        Assert.StartsWith($"'{text}' is no number of failures.", Assert.Throws<FormatException>(() => FailureLimit.Parse(text)).Message, StringComparison.Ordinal);
}
