namespace BatchTools.Tests;

public sealed class ReportTextTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.0004, "0 ms")]
    [InlineData(0.85, "850 ms")]
    [InlineData(0.9996, "1.0 s")]
    [InlineData(4.24, "4.2 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(192, "3 min 12 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(3900, "1 h 05 min")]
    [InlineData(86399, "1 d 00 h")]
    [InlineData(183600, "2 d 03 h")]
    [InlineData(-5, "–")]
    public void Durations_are_told_in_their_two_largest_units(double seconds, string text) =>
        Assert.Equal(text, ReportText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "0 %")]
    [InlineData(1.0, "100 %")]
    [InlineData(0.9999, "99.9 %")]
    [InlineData(0.0001, "0.1 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.914, "91.4 %")]
    public void What_is_not_all_is_never_shown_as_all(double? part, string text) => Assert.Equal(text, ReportText.Percent(part));

    [Fact]
    public void Times_tell_their_offset()
    {
        var time = new DateTime(2026, 11, 21, 9, 30, 5, 250, DateTimeKind.Local);
        var offset = TimeZoneInfo.Local.GetUtcOffset(time);
        var zone = $"{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm}";

        Assert.Equal($"2026-11-21 09:30:05 {zone}", ReportText.Time(time));
        Assert.Equal($"2026-11-21T09:30:05.250{zone}", ReportText.Iso(time));
        Assert.Equal(ReportText.Iso(time), ReportText.Iso(time.ToUniversalTime()));
    }

    [Fact]
    public void Marks_of_an_axis_are_few_and_round()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local);
        foreach (var seconds in new[] { 0.001, 0.03, 0.4, 3, 10.9, 59, 61, 119, 700, 4000, 90_000, 5_000_000 })
        {
            var ticks = TimeAxis.Over(start, start.AddSeconds(seconds)).Ticks().ToList();

            Assert.InRange(ticks.Count, 1, 9);
            Assert.All(ticks, tick => Assert.InRange(tick.At, 0, 100));
            Assert.Equal(ticks.Count, ticks.Select(tick => tick.Label).Distinct().Count());
        }

        Assert.Equal(["0", "15 s", "30 s", "45 s", "1 min", "1 min 15 s", "1 min 30 s"], TimeAxis.Over(start, start.AddSeconds(100)).Ticks().Select(tick => tick.Label));
        Assert.Equal(["0", "15 min", "30 min", "45 min", "1 h", "1 h 15 min", "1 h 30 min"], TimeAxis.Over(start, start.AddMinutes(100)).Ticks().Select(tick => tick.Label));
    }
}
