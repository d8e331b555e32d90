using BatchTools.Cli.Commands;

namespace BatchTools.Cli.Tests.Commands;

public sealed class DurationTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1.5m", 90)]
    [InlineData("4h", 4 * 3600)]
    [InlineData("2d", 2 * 86400)]
    [InlineData("01:30:00", 5400)]
    [InlineData("0:0:1", 1)]
    public void A_duration_has_a_unit_or_colons(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("0s")]
    [InlineData("1e3s")]
    [InlineData("5 s")]
    [InlineData("4000d")]
    [InlineData("00:00:00")]
    [InlineData("1:xx")]
    public void Anything_else_is_none(string text) => Assert.Null(Duration.Parse(text));
}
