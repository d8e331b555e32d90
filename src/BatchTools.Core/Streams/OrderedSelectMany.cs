using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchTools;

/// <summary>Reads several streams ahead while giving them one after the other.</summary>
internal static class OrderedSelectMany
{
    /// <summary>Gives the items of each item's stream in order, reading at most so many streams at a time, each only so many items ahead.</summary>
    public static async IAsyncEnumerable<TResult> SelectManyInOrderAsync<T, TResult>(
        this IAsyncEnumerable<T> source,
        int degree,
        int ahead,
        Func<T, CancellationToken, IAsyncEnumerable<TResult>> select,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var places = new SemaphoreSlim(degree, degree);
        var streams = Channel.CreateUnbounded<Channel<TResult>>();
        var feeding = FeedAsync();
        try
        {
            await foreach (var stream in streams.Reader.ReadAllAsync(cancellationToken))
            {
                await foreach (var item in stream.Reader.ReadAllAsync(cancellationToken))
                    yield return item;
                places.Release();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }

        async Task FeedAsync()
        {
            var reading = new List<Task>();
            try
            {
                await foreach (var item in source.WithCancellation(stop.Token))
                {
                    await places.WaitAsync(stop.Token);
                    var stream = Channel.CreateBounded<TResult>(ahead);
                    reading.RemoveAll(task => task.IsCompleted);
                    reading.Add(ReadAsync(item, stream.Writer));
                    streams.Writer.TryWrite(stream);
                }

                streams.Writer.Complete();
            }
            catch (Exception exception)
            {
                streams.Writer.Complete(exception);
            }

            await Task.WhenAll(reading);
        }

        async Task ReadAsync(T item, ChannelWriter<TResult> writer)
        {
            try
            {
                await foreach (var result in select(item, stop.Token))
                    await writer.WriteAsync(result, stop.Token);
                writer.Complete();
            }
            catch (Exception exception)
            {
                writer.Complete(exception);
            }
        }
    }
}
