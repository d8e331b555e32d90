using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>Turns an operation on one item into a stream over many.</summary>
internal static class Streams
{
    /// <summary>Does the same with each item; what fails is reported, and the next item has its turn.</summary>
    public static async IAsyncEnumerable<TOutput> SelectEachAsync<TInput, TOutput>(
        this IAsyncEnumerable<TInput> input,
        IReporter reporter,
        Func<TInput, CancellationToken, Task<TOutput>> operation,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in input.WithCancellation(cancellationToken))
        {
            TOutput output;
            try
            {
                output = await operation(item, cancellationToken);
            }
            catch (BatchException error)
            {
                reporter.Error(error);
                continue;
            }

            yield return output;
        }
    }

    /// <summary>Asks for the results of each item, one item after the other; what fails is reported.</summary>
    public static async IAsyncEnumerable<TOutput> SelectManyAsync<TInput, TOutput>(
        this IAsyncEnumerable<TInput> input,
        Func<TInput, CancellationToken, IAsyncEnumerable<TOutput>> operation,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in input.WithCancellation(cancellationToken))
        {
            await foreach (var output in operation(item, cancellationToken))
                yield return output;
        }
    }

    /// <summary>The items of each list, one after the other.</summary>
    public static async IAsyncEnumerable<T> FlattenAsync<T>(
        this IAsyncEnumerable<IReadOnlyList<T>> lists, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var list in lists.WithCancellation(cancellationToken))
        {
            foreach (var item in list)
                yield return item;
        }
    }
}
