using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Gives what is at hand as a stream.</summary>
internal static class AsyncSource
{
    /// <summary>The items of a sequence, as a stream that never waits.</summary>
    public static async IAsyncEnumerable<T> ToStreamAsync<T>(
        this IEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
