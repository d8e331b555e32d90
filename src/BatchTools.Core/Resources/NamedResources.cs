using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>
/// Finds resources by names, some with wildcards: exact names are asked for, all are read through only where a pattern
/// needs it.
/// </summary>
internal sealed class NamedResources<T>(
    Func<IReadOnlyList<string>?, CancellationToken, IAsyncEnumerable<T>> describe,
    Func<T, string> nameOf,
    Func<T, string> arnOf,
    Func<string, BatchException> notFound,
    IReporter reporter)
{
    private const int NamesInOneCall = 100;

    /// <summary>The resources of those names; all without names. A name without wildcards that is not there is reported.</summary>
    public IAsyncEnumerable<T> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names.Count > 0 && !names.Any(name => new NamePattern(name).HasWildcards)
            ? ExactAsync(names, cancellationToken)
            : MatchingAsync(names, cancellationToken);

    private async IAsyncEnumerable<T> ExactAsync(IReadOnlyList<string> names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in names.Distinct(StringComparer.Ordinal).Chunk(NamesInOneCall))
        {
            var missing = new HashSet<string>(chunk, StringComparer.Ordinal);
            await foreach (var resource in describe(chunk, cancellationToken))
            {
                missing.Remove(nameOf(resource));
                missing.Remove(arnOf(resource));
                yield return resource;
            }

            foreach (var name in chunk.Where(missing.Contains))
                reporter.Error(notFound(name));
        }
    }

    private async IAsyncEnumerable<T> MatchingAsync(IReadOnlyList<string> names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var patterns = names.Select(name => new NamePattern(name)).ToArray();
        var missing = new HashSet<string>(names.Where(name => !new NamePattern(name).HasWildcards), StringComparer.Ordinal);
        await foreach (var resource in describe(null, cancellationToken))
        {
            missing.RemoveWhere(name => name == nameOf(resource) || name == arnOf(resource));
            if (patterns.Length == 0 || patterns.Any(one => one.Matches(nameOf(resource)) || one.Text == arnOf(resource)))
                yield return resource;
        }

        foreach (var name in missing)
            reporter.Error(notFound(name));
    }
}
