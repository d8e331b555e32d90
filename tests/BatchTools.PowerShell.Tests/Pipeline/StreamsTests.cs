using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Tests.Pipeline;

public sealed class StreamsTests
{
    [Fact]
    public async Task An_item_that_fails_is_reported_and_the_next_has_its_turn()
    {
        var mailbox = new PumpMailbox();
        var host = new RecordingHost();

        var results = await Numbers(3)
            .SelectEachAsync(
                mailbox,
                (number, _) => number == 1
                    ? throw BatchException.For("NoRegion", ErrorKind.NotConnected, number)
                    : Task.FromResult(number * 10),
                TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        while (mailbox.TryTake(out var message))
            message(host);
        Assert.Equal([0, 20], results);
        Assert.Equal(["error NoRegion"], host.Lines);
    }

    [Fact]
    public async Task Results_of_each_item_follow_one_another()
    {
        var results = await Streams
            .SelectManyAsync(Numbers(3), (number, _) => Numbers(number), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0, 0, 1], results);
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}
