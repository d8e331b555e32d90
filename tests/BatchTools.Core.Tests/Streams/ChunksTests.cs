using System.Threading.Channels;

namespace BatchTools.Tests;

public sealed class ChunksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 1 })]
    [InlineData(100, new[] { 100 })]
    [InlineData(250, new[] { 100, 100, 50 })]
    public async Task What_is_there_comes_in_full_chunks(int count, int[] sizes)
    {
        var chunks = await Enumerable.Range(0, count).ToStreamAsync(Cancel).InChunksAsync(100, Cancel).ToListAsync(Cancel);
        Assert.Equal(sizes, chunks.Select(chunk => chunk.Count));
        Assert.Equal(Enumerable.Range(0, count), chunks.SelectMany(chunk => chunk));
    }

    [Fact]
    public async Task An_item_does_not_wait_for_the_next()
    {
        var input = Channel.CreateUnbounded<int>();
        input.Writer.TryWrite(1);
        await using var chunks = input.Reader.ReadAllAsync(Cancel).InChunksAsync(100, Cancel).GetAsyncEnumerator(Cancel);

        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal([1], chunks.Current);
    }

    [Fact]
    public async Task Leaving_while_the_source_waits_ends_the_source()
    {
        var ended = false;
        async IAsyncEnumerable<int> Source([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                yield return 1;
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                ended = true;
            }
        }

        await foreach (var _ in Source(Cancel).InChunksAsync(100, Cancel))
            break;

        Assert.True(ended);
    }

    [Fact]
    public async Task A_failure_of_the_source_comes_after_what_it_gave()
    {
        static async IAsyncEnumerable<int> Source()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidDataException();
        }

        var seen = new List<int>();
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var chunk in Source().InChunksAsync(100, Cancel))
                seen.AddRange(chunk);
        });
        Assert.Equal([1], seen);
    }
}
