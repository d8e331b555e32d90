using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchTools;

/// <summary>A member in which two things differ, told by its way from the outside in.</summary>
/// <param name="Path">The member, such as <c>containerProperties.environment[MODE]</c>.</param>
/// <param name="Old">What it was, as plain data; null: it was not there.</param>
/// <param name="New">What it is, as plain data; null: it is there no more.</param>
public sealed record Difference(string Path, object? Old, object? New)
{
    private const int LongestValue = 100;

    private static readonly string[] Keys = ["name", "type", "shareIdentifier", "consumableResource", "capacityUnit", "targetNodes"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The members in which plain data differ, in the order of the way to them.</summary>
    /// <param name="old">What is there; null: nothing.</param>
    /// <param name="wanted">What is wanted; null: nothing.</param>
    internal static IReadOnlyList<Difference> Between(IReadOnlyDictionary<string, object?>? old, IReadOnlyDictionary<string, object?>? wanted) =>
        [.. Compare("", old ?? Empty, wanted ?? Empty)];

    /// <summary>The members that a request would change: what it does not give stays as it is.</summary>
    /// <param name="old">What is there, as the service describes it.</param>
    /// <param name="request">The request, by the same names.</param>
    internal static IReadOnlyList<Difference> ByRequest(IReadOnlyDictionary<string, object?> old, IReadOnlyDictionary<string, object?> request) =>
        Between(Given(old, request), request);

    /// <summary>The differences, a line each, indented by two.</summary>
    internal static string Text(IEnumerable<Difference> differences) => string.Concat(differences.Select(one => $"\n  {one}"));

    /// <summary>Gives the difference as it is shown: the member, what it was, and what it is.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Path}: {Show(Old)} → {Show(New)}";

    private static IReadOnlyDictionary<string, object?> Empty { get; } = new Dictionary<string, object?>();

    private static IEnumerable<Difference> Compare(string path, object? old, object? wanted) => (old, wanted) switch
    {
        (IReadOnlyDictionary<string, object?> one, IReadOnlyDictionary<string, object?> other) =>
            one.Keys.Union(other.Keys).SelectMany(name => Compare(path.Length == 0 ? name : $"{path}.{name}", one.GetValueOrDefault(name), other.GetValueOrDefault(name))),
        (object?[] or null, object?[] or null) when KeyOf(old, wanted) is { } key => CompareEntries(path, key, ByKey(old, key), ByKey(wanted, key)),
        _ when Write(old) == Write(wanted) => [],
        _ => [new(path, old, wanted)],
    };

    private static IEnumerable<Difference> CompareEntries(
        string path, string key, Dictionary<string, IReadOnlyDictionary<string, object?>> one, Dictionary<string, IReadOnlyDictionary<string, object?>> other) =>
        from name in one.Keys.Union(other.Keys)
        let old = Value(one.GetValueOrDefault(name), key)
        let wanted = Value(other.GetValueOrDefault(name), key)
        from difference in Compare($"{path}[{name}]", old, wanted)
        select difference;

    // An entry that is a pair is its value.
    private static object? Value(IReadOnlyDictionary<string, object?>? entry, string key)
    {
        var rest = entry?.Where(member => member.Key != key).ToDictionary();
        return rest is { Count: 1 } ? rest.Values.Single() : rest;
    }

    // The member that tells the entries of both lists apart; null if they have none such.
    private static string? KeyOf(object? one, object? other) => Array.Find(Keys, key => IsKey(one, key) && IsKey(other, key) && (one ?? other) is not null);

    private static bool IsKey(object? list, string key) =>
        list is not object?[] items
        || (items.All(item => item is IReadOnlyDictionary<string, object?> map && map.GetValueOrDefault(key) is string)
            && ByKeyCount(items, key) == items.Length);

    private static int ByKeyCount(object?[] items, string key) =>
        items.Cast<IReadOnlyDictionary<string, object?>>().Select(item => item[key]).Distinct().Count();

    private static Dictionary<string, IReadOnlyDictionary<string, object?>> ByKey(object? list, string key) =>
        (list as object?[] ?? []).Cast<IReadOnlyDictionary<string, object?>>().ToDictionary(item => (string)item[key]!);

    private static Dictionary<string, object?> Given(IReadOnlyDictionary<string, object?> old, IReadOnlyDictionary<string, object?> request) =>
        old.Where(member => request.ContainsKey(member.Key)).ToDictionary(
            member => member.Key,
            member => member.Value is IReadOnlyDictionary<string, object?> one && request[member.Key] is IReadOnlyDictionary<string, object?> other ? Given(one, other) : member.Value);

    private static string Show(object? value) => Write(value) is { Length: > LongestValue } text ? text[..(LongestValue - 1)] + "…" : Write(value);

    private static string Write(object? value) => value switch
    {
        null => "(nothing)",
        string text and not "" => text,
        _ => JsonSerializer.Serialize(value, Json),
    };
}
