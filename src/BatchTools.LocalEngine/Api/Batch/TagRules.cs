namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Which tags AWS Batch takes beside what its model says.</summary>
internal static class TagRules
{
    private const int Maximum = 50;

    /// <exception cref="ServiceError">ClientException: a key is reserved, or there are too many.</exception>
    public static void Check(Dictionary<string, string>? tags)
    {
        if (tags is null)
            return;
        if (tags.Keys.FirstOrDefault(static key => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } reserved)
            throw BatchErrors.Executing($"Tag key '{reserved}' begins with 'aws:', which is reserved");
        if (tags.Count > Maximum)
            throw BatchErrors.Executing($"Resource cannot have more than {Maximum} tags");
    }

    /// <summary>The tags with others added.</summary>
    /// <exception cref="ServiceError">ClientException: they become too many.</exception>
    public static Dictionary<string, string> Add(Dictionary<string, string>? tags, Dictionary<string, string> added)
    {
        var all = new Dictionary<string, string>(tags ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in added)
            all[key] = value;
        Check(all);
        return all;
    }

    /// <summary>The tags without some.</summary>
    public static Dictionary<string, string> Remove(Dictionary<string, string>? tags, IEnumerable<string> keys)
    {
        var rest = new Dictionary<string, string>(tags ?? [], StringComparer.Ordinal);
        foreach (var key in keys)
            rest.Remove(key);
        return rest;
    }
}
