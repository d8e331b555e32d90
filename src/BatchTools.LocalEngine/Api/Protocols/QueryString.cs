namespace BatchTools.LocalEngine.Api;

/// <summary>The parameters of a query string.</summary>
internal sealed class QueryString
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Reads a query without its question mark.</summary>
    /// <exception cref="ServiceError">SerializationException: it is not validly percent-encoded.</exception>
    public static QueryString Parse(string raw)
    {
        var query = new QueryString();
        foreach (var pair in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = PercentEncoding.Decode(equals < 0 ? pair : pair[..equals], plusIsSpace: true);
            var value = equals < 0 ? "" : PercentEncoding.Decode(pair[(equals + 1)..], plusIsSpace: true);
            if (query._values.TryGetValue(name, out var values))
                values.Add(value);
            else
                query._values[name] = [value];
        }
        return query;
    }

    /// <summary>The parameters' names, in the order of their first values.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>All values of a parameter, or null where there is none.</summary>
    public List<string>? Values(string name) => _values.GetValueOrDefault(name);
}
