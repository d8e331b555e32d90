namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Names in filters, which may end in <c>*</c>.</summary>
internal static class NamePatterns
{
    public static bool Matches(string name, string pattern, StringComparison comparison) => pattern.EndsWith('*')
        ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), comparison)
        : name.Equals(pattern, comparison);

    /// <summary>Reads the one filter that a list takes.</summary>
    /// <returns>Whether a name is meant; every name is where there is no filter.</returns>
    /// <exception cref="ServiceError">ClientException: it is another filter, or has no values.</exception>
    public static Func<string, bool> ReadFilter(List<KeyValuesPair>? filters, string name)
    {
        if (filters is null or [])
            return static _ => true;
        if (filters is not [{ Values: { Count: > 0 } values } filter] || filter.Name != name)
            throw BatchErrors.Executing($"Only one filter, {name} with values, can be used");
        return text => values.Exists(value => Matches(text, value, StringComparison.OrdinalIgnoreCase));
    }
}
