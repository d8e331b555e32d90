using System.Globalization;
using System.Text.Json;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>Where in a JSON object a value is, such as <c>$.users[0].name</c>, <c>$.['a.b']</c>, <c>$.list[*]</c> or <c>$.*</c>.</summary>
internal sealed class JsonSelector
{
    private readonly List<Step> _steps = [];

    private JsonSelector()
    {
    }

    // A member by its name, an element by its number, or neither: all of them.
    private sealed record Step(string? Name, int? Index);

    /// <summary>Whether it selects several values.</summary>
    public bool HasWildcard { get; private set; }

    public static JsonSelector Read(FilterScanner scanner)
    {
        var selector = new JsonSelector();
        scanner.Take("$");
        while (scanner.Next is '.' or '[')
            selector.Add(scanner, ReadStep(scanner));
        return selector._steps.Count > 0 ? selector : throw scanner.Error("behind '$' the name of a member is missing, such as $.level");
    }

    /// <summary>The values at that place; none where there is no such place.</summary>
    public IEnumerable<JsonElement> Select(JsonElement root) => Select(root, step: 0);

    private static Step ReadStep(FilterScanner scanner)
    {
        var isMember = scanner.TryTake(".");
        if (scanner.TryTake("["))
        {
            scanner.SkipSpace();
            var step = scanner.Next is '\'' or '"' ? new Step(scanner.TakeQuoted(scanner.Next), Index: null)
                : scanner.TryTake("*") ? new Step(Name: null, Index: null)
                : new Step(Name: null, ReadIndex(scanner));
            scanner.Take("]");
            return step;
        }

        if (isMember && scanner.TryTake("*"))
            return new Step(Name: null, Index: null);
        var name = scanner.TakeWord(".[]()=!<>&|{}*\"'%");
        return name.Length > 0 ? new Step(name, Index: null) : throw scanner.Error("the name of a member is missing");
    }

    private static int ReadIndex(FilterScanner scanner)
    {
        var text = scanner.TakeWord("]");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : throw scanner.Error($"'{text}' is no element's number");
    }

    private void Add(FilterScanner scanner, Step step)
    {
        _steps.Add(step);
        if (step is not { Name: null, Index: null })
            return;
        if (HasWildcard)
            throw scanner.Error("more than one wildcard in a selector");
        HasWildcard = true;
    }

    private IEnumerable<JsonElement> Select(JsonElement value, int step)
    {
        if (step == _steps.Count)
            return [value];
        return (_steps[step], value.ValueKind) switch
        {
            ({ Name: { } name }, JsonValueKind.Object) => value.TryGetProperty(name, out var member) ? Select(member, step + 1) : [],
            ({ Index: { } index }, JsonValueKind.Array) => index < value.GetArrayLength() ? Select(value[index], step + 1) : [],
            ({ Name: null, Index: null }, JsonValueKind.Array) => value.EnumerateArray().SelectMany(element => Select(element, step + 1)),
            ({ Name: null, Index: null }, JsonValueKind.Object) => value.EnumerateObject().SelectMany(member => Select(member.Value, step + 1)),
            _ => [],
        };
    }
}
