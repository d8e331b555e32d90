using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchTools;

/// <summary>Works on several items of a stream at a time.</summary>
internal static class OrderedSelect
{
    /// <summary>Gives each item's result in the items' order, working on at most so many at a time.</summary>
    public static async IAsyncEnumerable<TResult> SelectInOrderAsync<T, TResult>(
        this IAsyncEnumerable<T> source,
        int degree,
        Func<T, CancellationToken, Task<TResult>> select,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // One more is with the reader and one with the writer.
        var running = Channel.CreateBounded<Task<TResult>>(Math.Max(1, degree - 2));
        var feeding = FeedAsync();
        try
        {
            await foreach (var result in running.Reader.ReadAllAsync(cancellationToken))
            {
#pragma warning disable VSTHRD003 // The task was started below, by this very method, on no context.
                yield return await result;
#pragma warning restore VSTHRD003
            }
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
            while (running.Reader.TryRead(out var left))
                await EndAsync(left);
        }

        async Task FeedAsync()
        {
            try
            {
                await foreach (var item in source.WithCancellation(stop.Token))
                    await running.Writer.WriteAsync(select(item, stop.Token), stop.Token);
                running.Writer.Complete();
            }
            catch (Exception exception)
            {
                running.Writer.Complete(exception);
            }
        }

        static Task EndAsync(Task task) =>
            task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
