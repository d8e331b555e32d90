using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools.LocalEngine.Api;

/// <summary>Checks a value at a place of a request.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal delegate void CheckValue<in T>(MemberCheck check, PathSegment at, T value);

/// <summary>
/// Gathers where a request breaks its model's rules, with the path and the value, in the words of AWS's own
/// validation messages. Absent members break no rule but <see cref="Required"/>.
/// </summary>
internal sealed class MemberCheck
{
    private const int MostFailures = 10;

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    private readonly List<PathSegment> _path = [];
    private readonly List<string> _failures = [];

    /// <summary>Throws what was found.</summary>
    /// <param name="type">The service's error type for it.</param>
    /// <exception cref="ServiceError">A rule is broken.</exception>
    public void ThrowIfFailed(string type)
    {
        if (_failures.Count == 0)
            return;
        var errors = _failures.Count == 1 ? "error" : "errors";
        throw new ServiceError(type, $"{_failures.Count} validation {errors} detected: {string.Join("; ", _failures)}");
    }

    /// <summary>The member must be there.</summary>
    public void Required(PathSegment at, object? value)
    {
        if (value is null)
            Fail(at, null, "Member must not be null");
    }

    /// <summary>The text must be one of the values.</summary>
    public void OneOf(PathSegment at, string? value, IReadOnlyList<string> values) => OneOf(at, value, values, StringComparer.Ordinal);

    /// <summary>The text must be one of the values, in whatever case.</summary>
    public void OneOfAnyCase(PathSegment at, string? value, IReadOnlyList<string> values) => OneOf(at, value, values, StringComparer.OrdinalIgnoreCase);

    private void OneOf(PathSegment at, string? value, IReadOnlyList<string> values, StringComparer comparer)
    {
        if (value is not null && !values.Contains(value, comparer))
            Fail(at, value, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");
    }

    /// <summary>The text must have so many characters, counted by Unicode as AWS does.</summary>
    public void Length(PathSegment at, string? value, long? min, long? max)
    {
        if (value is not null)
            Within(at, value, value.EnumerateRunes().Count(), min, max, "Member must have length");
    }

    /// <summary>The whole text must match the regular expression.</summary>
    public void Pattern(PathSegment at, string? value, string pattern)
    {
        if (value is not null && !Compiled(pattern).IsMatch(value))
            Fail(at, value, $"Member must satisfy regular expression pattern: {pattern}");
    }

    /// <summary>The number must lie between the bounds.</summary>
    public void Range(PathSegment at, long? value, long? min, long? max)
    {
        if (value is { } number)
            Within(at, number.ToString(CultureInfo.InvariantCulture), number, min, max, "Member must have value");
    }

    /// <summary>The list or map must hold so many items.</summary>
    public void Count<T>(PathSegment at, IReadOnlyCollection<T>? items, long? min, long? max)
    {
        if (items is not null)
            Within(at, $"{items.Count} items", items.Count, min, max, "Member must have length");
    }

    /// <summary>Checks a structure's members.</summary>
    public void Inside<T>(PathSegment at, T? value, Action<MemberCheck, T> check)
        where T : class
    {
        if (value is null)
            return;
        _path.Add(at);
        check(this, value);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Checks each item of a list.</summary>
    public void Each<T>(PathSegment at, List<T>? items, CheckValue<T> check) =>
        Inside(at, items, (_, list) =>
        {
            for (var i = 0; i < list.Count && _failures.Count < MostFailures; i++)
                check(this, new(null, i), list[i]);
        });

    /// <summary>Checks each key of a map.</summary>
    public void EachKey<T>(PathSegment at, Dictionary<string, T>? entries, CheckValue<string> check) =>
        Inside(at, entries, (_, map) =>
        {
            foreach (var key in map.Keys)
                check(this, Shortened.Text(key), key);
        });

    /// <summary>Checks each value of a map.</summary>
    public void EachValue<T>(PathSegment at, Dictionary<string, T>? entries, CheckValue<T> check) =>
        Inside(at, entries, (_, map) =>
        {
            foreach (var (key, value) in map)
                check(this, Shortened.Text(key), value);
        });

    private void Within(PathSegment at, string shown, long size, long? min, long? max, string rule)
    {
        if (size < min)
            Fail(at, shown, $"{rule} greater than or equal to {min}");
        else if (size > max)
            Fail(at, shown, $"{rule} less than or equal to {max}");
    }

    private void Fail(PathSegment at, string? value, string constraint)
    {
        if (_failures.Count == MostFailures)
            return;
        var shown = value is null ? "null" : $"'{Shortened.Text(value)}'";
        _failures.Add($"Value {shown} at '{string.Join('.', _path.Append(at))}' failed to satisfy constraint: {constraint}");
    }

    private static Regex Compiled(string pattern) =>
        Patterns.GetOrAdd(pattern, static text => new($@"\A(?:{text})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}
