using BatchTools.Cli.Rendering;

namespace BatchTools.Cli.Tests.Rendering;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData(0.25, "0.25 s")]
    [InlineData(12.34, "12.3 s")]
    [InlineData(245, "4:05 min")]
    [InlineData(12009, "3:20:09 h")]
    [InlineData(100 * 3600, "100:00:00 h")]
    public void Durations_are_as_short_as_their_size_allows(double seconds, string text) =>
        Assert.Equal(text, ProgressText.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void No_duration_is_a_dash() => Assert.Equal("-", ProgressText.Duration(null));

    [Theory]
    [InlineData(0.999, "99%")]
    [InlineData(1, "100%")]
    [InlineData(0, "0%")]
    public void Only_all_is_a_hundred_percent(double fraction, string text) => Assert.Equal(text, ProgressText.Percent(fraction));
}
