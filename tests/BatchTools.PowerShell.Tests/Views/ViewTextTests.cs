using BatchTools.PowerShell.Views;

namespace BatchTools.PowerShell.Tests.Views;

public sealed class ViewTextTests
{
    [Theory]
    [InlineData(0, "0.0s")]
    [InlineData(4.24, "4.2s")]
    [InlineData(59.94, "59.9s")]
    [InlineData(60, "1:00")]
    [InlineData(754, "12:34")]
    [InlineData(3723, "1:02:03")]
    [InlineData(183845, "2d 03:04")]
    [InlineData(-1, "0.0s")]
    public void A_duration_is_as_short_as_it_can_be_read(double seconds, string text) =>
        Assert.Equal(text, ViewText.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void No_duration_is_no_text() => Assert.Equal("", ViewText.Duration(null));

    [Fact]
    public void A_state_has_a_colour_only_where_colours_are_shown()
    {
        Assert.Equal("FAILED", ViewText.State(JobStatus.FAILED, colour: false));
        Assert.Equal("\e[31mFAILED\e[0m", ViewText.State(JobStatus.FAILED, colour: true));
        Assert.Equal("RUNNABLE", ViewText.State(JobStatus.RUNNABLE, colour: true));
    }

    [Theory]
    [InlineData(512, "512 MiB")]
    [InlineData(1536, "1536 MiB")]
    [InlineData(2048, "2 GiB")]
    public void Memory_has_its_largest_whole_unit(int mebibytes, string text) => Assert.Equal(text, ViewText.Memory(mebibytes));

    [Fact]
    public void Parameters_stand_on_one_line_whatever_the_culture() =>
        Assert.Equal(
            "temperature=250 pressure=1.5",
            ViewText.Parameters([KeyValuePair.Create<string, object>("temperature", 250), KeyValuePair.Create<string, object>("pressure", 1.5)]));
}
