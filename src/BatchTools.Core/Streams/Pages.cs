using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads answers that come in pages.</summary>
internal static class Pages
{
    /// <summary>Gives the items of all pages, each page when its items are asked for.</summary>
    /// <param name="call">Asks for the page of a token; null: the first one.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The token of the next page; null or empty after the last one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<TAnswer, T>(
        Func<string?, CancellationToken, Task<TAnswer>> call,
        Func<TAnswer, IEnumerable<T>?> items,
        Func<TAnswer, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? token = null;
        do
        {
            var answer = await call(token, cancellationToken);
            foreach (var item in items(answer) ?? [])
                yield return item;
            token = next(answer);
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Gathers a stream into a list.</summary>
    public static async Task<List<T>> GatherAsync<T>(this IAsyncEnumerable<T> source, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (var item in source.WithCancellation(cancellationToken))
            items.Add(item);
        return items;
    }
}
