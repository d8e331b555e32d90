using System.Text.Json;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>
/// Conditions on an event that is a JSON object, such as <c>{ $.level = "error" &amp;&amp; $.code >= 500 }</c>. A comparison holds for
/// texts, numbers and truth values only: what is missing, null, an array or an object neither equals nor differs from anything.
/// </summary>
internal sealed class JsonPattern(Predicate<JsonElement> condition) : FilterPattern
{
    private const int MostWildcards = 3;

    public static JsonPattern Read(FilterScanner scanner)
    {
        scanner.Take("{");
        var wildcards = 0;
        var condition = FilterConditions.Read(scanner, one =>
        {
            var selector = JsonSelector.Read(one);
            if (selector.HasWildcard && ++wildcards > MostWildcards)
                throw one.Error($"more than {MostWildcards} wildcards");
            return ReadCondition(one, selector);
        });
        scanner.Take("}");
        scanner.SkipSpace();
        return scanner.IsAtEnd ? new JsonPattern(condition) : throw scanner.Error("nothing may follow the closing '}'");
    }

    public override bool Matches(ReadOnlyMemory<byte> message)
    {
        var trimmed = message.Span.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty || trimmed[0] != '{')
            return false;
        try
        {
            using var json = JsonDocument.Parse(message);
            return condition(json.RootElement);
        }
        catch (JsonException)
        {
            return false; // it only looks like JSON
        }
    }

    private static Predicate<JsonElement> ReadCondition(FilterScanner scanner, JsonSelector selector)
    {
        if (scanner.TryTake("IS"))
        {
            JsonValueKind kind = scanner.TryTake("NULL") ? JsonValueKind.Null
                : scanner.TryTake("TRUE") ? JsonValueKind.True
                : scanner.TryTake("FALSE") ? JsonValueKind.False
                : throw scanner.Error("NULL, TRUE or FALSE is missing behind IS");
            return root => selector.Select(root).Any(value => value.ValueKind == kind);
        }

        if (scanner.TryTake("NOT"))
        {
            scanner.Take("EXISTS");
            return root => !selector.Select(root).Any();
        }

        var comparison = FilterComparison.Read(scanner, ends: ")}&|");
        return root => selector.Select(root).Any(value => Holds(comparison, value));
    }

    private static bool Holds(FilterComparison comparison, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => comparison.Holds(value.GetString()!, number: null),
        JsonValueKind.Number => comparison.Holds(value.GetRawText(), value.GetDouble()),
        JsonValueKind.True => comparison.Holds("true", number: null),
        JsonValueKind.False => comparison.Holds("false", number: null),
        _ => false,
    };
}
