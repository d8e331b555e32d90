namespace BatchTools.Tests;

public sealed class OrderedSelectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_keep_the_order_and_only_so_many_are_worked_on()
    {
        var working = 0;
        var most = 0;

        var results = await Enumerable.Range(0, 200).ToStreamAsync(Cancel).SelectInOrderAsync(
            4,
            async (item, cancel) =>
            {
                var now = Interlocked.Increment(ref working);
                InterlockedMax(ref most, now);
                await Task.Delay(item % 3, cancel);
                Interlocked.Decrement(ref working);
                return item * 2;
            },
            Cancel).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, 200).Select(item => item * 2), results);
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task A_failure_comes_in_its_place_and_ends_the_rest()
    {
        var seen = new List<int>();
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in Enumerable.Range(0, 1_000_000).ToStreamAsync(Cancel).SelectInOrderAsync(
                4, (item, _) => item == 7 ? Task.FromException<int>(new InvalidDataException()) : Task.FromResult(item), Cancel))
                seen.Add(item);
        });
        Assert.Equal(Enumerable.Range(0, 7), seen);
    }

    [Fact]
    public async Task Leaving_early_cancels_what_is_under_way_and_waits_for_it()
    {
        var under = 0;
        await foreach (var _ in Enumerable.Range(0, 100).ToStreamAsync(Cancel).SelectInOrderAsync(
            4,
            async (item, cancel) =>
            {
                Interlocked.Increment(ref under);
                try
                {
                    await Task.Delay(item == 0 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancel);
                    return item;
                }
                finally
                {
                    Interlocked.Decrement(ref under);
                }
            },
            Cancel))
            break;

        Assert.Equal(0, under);
    }

    [Fact]
    public async Task Streams_come_one_after_the_other_and_are_read_ahead()
    {
        var results = await Enumerable.Range(0, 20).ToStreamAsync(Cancel).SelectManyInOrderAsync(4, 10, Numbers, Cancel).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, 20).SelectMany(item => Enumerable.Range(item * 10, item)), results);

        static async IAsyncEnumerable<int> Numbers(int item, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            for (var number = 0; number < item; number++)
            {
                await Task.Delay(number % 2, cancel);
                yield return (item * 10) + number;
            }
        }
    }

    [Fact]
    public async Task Leaving_streams_early_ends_them_all()
    {
        var open = 0;
        await foreach (var _ in Enumerable.Range(0, 20).ToStreamAsync(Cancel).SelectManyInOrderAsync(4, 10, Endless, Cancel))
            break;
        Assert.Equal(0, open);

        async IAsyncEnumerable<int> Endless(int item, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            Interlocked.Increment(ref open);
            try
            {
                while (true)
                {
                    yield return item;
                    await Task.Delay(1, cancel);
                }
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
