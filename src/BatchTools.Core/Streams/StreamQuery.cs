using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>The queries over streams that are used here.</summary>
internal static class StreamQuery
{
    /// <summary>The items for which the condition holds.</summary>
    public static async IAsyncEnumerable<T> WhereAsync<T>(
        this IAsyncEnumerable<T> source, Func<T, bool> condition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in source.WithCancellation(cancellationToken))
        {
            if (condition(item))
                yield return item;
        }
    }

    /// <summary>The items that are there.</summary>
    public static async IAsyncEnumerable<T> WherePresentAsync<T>(
        this IAsyncEnumerable<T?> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in source.WithCancellation(cancellationToken))
        {
            if (item is not null)
                yield return item;
        }
    }

    /// <summary>Each item turned into another.</summary>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        this IAsyncEnumerable<T> source, Func<T, TResult> select, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in source.WithCancellation(cancellationToken))
            yield return select(item);
    }
}
