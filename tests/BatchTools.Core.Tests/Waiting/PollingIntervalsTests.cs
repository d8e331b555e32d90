using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class PollingIntervalsTests
{
    [Fact]
    public void The_next_interval_is_never_shorter_than_the_shortest_nor_than_the_calls_need() =>
        Prop.ForAll<int, bool, int>((last, changed, calls) =>
        {
            var next = PollingIntervals.ForAws.Next(TimeSpan.FromMilliseconds(Math.Abs((long)last)), changed, Math.Abs(calls % 10_000));
            return next >= PollingIntervals.ForAws.Shortest && next >= PollingIntervals.ForAws.PerCall * Math.Abs(calls % 10_000);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_news_it_grows_to_the_longest_and_stays()
    {
        var interval = TimeSpan.Zero;
        for (var round = 0; round < 100; round++)
            interval = PollingIntervals.ForLocal.Next(interval, changed: false, calls: 1);
        Assert.Equal(PollingIntervals.ForLocal.Longest, interval);
        Assert.Equal(PollingIntervals.ForLocal.Shortest, PollingIntervals.ForLocal.Next(interval, changed: true, calls: 1));
    }
}
