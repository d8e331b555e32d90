using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Gathers a stream into chunks for calls that take many items.</summary>
internal static class Chunks
{
    /// <summary>
    /// Gives what is there, up to a size: an item never waits for a later one that has not come yet, and a source that
    /// is all there gives full chunks.
    /// </summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> InChunksAsync<T>(
        this IAsyncEnumerable<T> source, int size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var items = source.GetAsyncEnumerator(stop.Token);
        var chunk = new List<T>();
        var next = Task.FromResult(true);
        try
        {
            next = items.MoveNextAsync().AsTask();
            while (true)
            {
                if (chunk.Count == size || (chunk.Count > 0 && !next.IsCompletedSuccessfully))
                {
                    yield return chunk;
                    chunk = [];
                }

                if (!await next)
                    break;
                chunk.Add(items.Current);
                next = items.MoveNextAsync().AsTask();
            }

            if (chunk.Count > 0)
                yield return chunk;
        }
        finally
        {
            // An enumerator may not be disposed while it moves: a consumer that leaves early ends the move first.
            await stop.CancelAsync();
            await ((Task)next).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
