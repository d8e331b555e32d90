using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class LogWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private readonly LogWindow _window = new(Length);

    [Fact]
    public void A_line_waits_for_as_long_as_the_window_and_an_earlier_one_goes_before_it()
    {
        _window.Add(0, Lines(0, (10, "later")), Start);
        Assert.Empty(Take(0.9));
        _window.Add(1, Lines(1, (5, "earlier"), (20, "last")), Start.AddSeconds(0.9));

        Assert.Equal(["earlier", "later"], Take(1));
        Assert.Equal(Start.AddSeconds(1.9), _window.Due);
        Assert.Equal(["last"], Take(1.9));
        Assert.Equal(DateTimeOffset.MaxValue, _window.Due);
    }

    [Fact]
    public void Nothing_overtakes_a_stream_of_which_more_is_to_be_read()
    {
        _window.Add(0, Lines(0, (10, "a"), (30, "b")), Start);
        Assert.Equal(["a"], _window.Take(Start.AddSeconds(5), heldBack: 20).Select(line => line.Message));
        Assert.Equal(["b"], Take(5));
    }

    [Fact]
    public void Every_line_comes_once_and_in_the_order_of_its_stream()
    {
        Prop.ForAll<(byte Stream, byte Time)[]>(lines =>
        {
            var window = new LogWindow(Length);
            var now = Start;
            var taken = new List<JobLogEvent>();
            foreach (var (place, (stream, time)) in (lines ?? []).Index())
            {
                now += TimeSpan.FromSeconds(0.3);
                window.Add(stream % 4, Lines(stream % 4, (time, $"{place}")), now);
                taken.AddRange(window.Take(now, long.MaxValue));
            }

            taken.AddRange(window.Take(DateTimeOffset.MaxValue, long.MaxValue));
            return Enumerable.Range(0, 4).All(stream =>
                (lines ?? []).Index().Where(line => line.Item.Stream % 4 == stream).Select(line => $"{line.Index}")
                    .SequenceEqual(taken.Where(line => line.Stream.Place == stream).Select(line => line.Message)));
        }).QuickCheckThrowOnFailure();
    }

    private IEnumerable<string> Take(double seconds) => _window.Take(Start.AddSeconds(seconds), long.MaxValue).Select(line => line.Message);

    private static JobLogEvent[] Lines(int stream, params (long Ticks, string Message)[] lines)
    {
        var source = new LogStream(new Job { JobId = "one", Connection = null! }, 1, null, "group", "name") { Place = stream };
        return [.. lines.Select(line => new JobLogEvent(source, new DateTime(line.Ticks, DateTimeKind.Utc), line.Message))];
    }
}
