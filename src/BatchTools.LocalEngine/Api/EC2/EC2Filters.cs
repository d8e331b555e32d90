namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>
/// The filters of a describing operation: each must match, by any of its values; <c>*</c> stands for any text and <c>?</c> for
/// any character, and a backslash makes them plain.
/// </summary>
/// <typeparam name="T">What is described.</typeparam>
internal sealed class EC2Filters<T>
{
    private readonly Dictionary<string, Func<T, IEnumerable<string?>>> _known = new(StringComparer.Ordinal);

    private Func<T, List<Tag>?>? _tags;

    /// <summary>Knows a filter by the one value that it looks at.</summary>
    public EC2Filters<T> Add(string name, Func<T, string?> value) => AddMany(name, item => [value(item)]);

    /// <summary>Knows a filter by the values of which it looks for any.</summary>
    public EC2Filters<T> AddMany(string name, Func<T, IEnumerable<string?>> values)
    {
        _known.Add(name, values);
        return this;
    }

    /// <summary>Knows the filters <c>tag-key</c> and, for every key, <c>tag:key</c>.</summary>
    public EC2Filters<T> AddTags(Func<T, List<Tag>?> tags)
    {
        _tags = tags;
        return AddMany("tag-key", item => (tags(item) ?? []).Select(tag => tag.Key));
    }

    /// <summary>The items that match a request's filters.</summary>
    /// <exception cref="ServiceError">InvalidParameterValue: EC2 or this engine has no such filter.</exception>
    public IEnumerable<T> Apply(IEnumerable<T> items, List<Filter>? filters)
    {
        foreach (var filter in filters ?? [])
            items = Apply(items, filter);
        return items;
    }

    private IEnumerable<T> Apply(IEnumerable<T> items, Filter filter)
    {
        var values = Values(filter.Name ?? "") ?? throw EC2Errors.InvalidFilter(filter.Name ?? "null");
        if (filter.Values is not { Count: > 0 } wanted)
            throw new ServiceError("InvalidParameterValue", $"The filter '{filter.Name}' needs a value");
        var patterns = wanted.ConvertAll(static value => new Wildcards(value));
        return items.Where(item => values(item).Any(value => value is not null && patterns.Exists(pattern => pattern.Matches(value))));
    }

    private Func<T, IEnumerable<string?>>? Values(string name)
    {
        if (_tags is not { } tags || !name.StartsWith("tag:", StringComparison.Ordinal))
            return _known.GetValueOrDefault(name);
        return item => (tags(item) ?? []).Where(tag => tag.Key == name["tag:".Length..]).Select(tag => tag.Value);
    }
}
