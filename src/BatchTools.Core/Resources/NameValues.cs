namespace BatchTools;

/// <summary>Environment variables and tags between AWS's shapes and ours.</summary>
internal static class NameValues
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>AWS's list of variables by name.</summary>
    public static IReadOnlyDictionary<string, string> ToDictionary(List<Amazon.Batch.Model.KeyValuePair>? list)
    {
        if (list is not { Count: > 0 })
            return None;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in list)
            values[one.Name ?? ""] = one.Value ?? "";
        return values;
    }

    /// <summary>A map, never null.</summary>
    public static IReadOnlyDictionary<string, string> ToDictionary(Dictionary<string, string>? map) => map is { Count: > 0 } ? map : None;

    /// <summary>A map over one at hand; null if both are empty.</summary>
    public static Dictionary<string, string>? Merge(Dictionary<string, string>? over, IReadOnlyDictionary<string, string>? values)
    {
        if (over is not { Count: > 0 } && values is not { Count: > 0 })
            return null;
        var merged = new Dictionary<string, string>(over ?? [], StringComparer.Ordinal);
        foreach (var (name, value) in values ?? None)
            merged[name] = value;
        return merged;
    }

    /// <summary>Variables over a list at hand, in order of name; null if there are none.</summary>
    public static List<Amazon.Batch.Model.KeyValuePair>? Merge(
        List<Amazon.Batch.Model.KeyValuePair>? over, IReadOnlyDictionary<string, string>? values)
    {
        var merged = Merge(new Dictionary<string, string>(ToDictionary(over)), values);
        return merged?.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new Amazon.Batch.Model.KeyValuePair { Name = one.Key, Value = one.Value })
            .ToList();
    }
}
