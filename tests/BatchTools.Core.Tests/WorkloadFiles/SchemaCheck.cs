using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchTools.Tests;

/// <summary>Holds JSON against a JSON Schema, as an editor does; it knows the keywords that the schema of workload files uses, and refuses others.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> Notes = ["$schema", "title", "description", "default", "definitions"];

    public bool Takes(JsonElement value) => Takes(value, schema);

    private bool Takes(JsonElement value, JsonElement rules) => rules.EnumerateObject().All(rule => Notes.Contains(rule.Name) || Keeps(value, rule.Name, rule.Value, rules));

    private bool Keeps(JsonElement value, string rule, JsonElement said, JsonElement rules) => rule switch
    {
        "$ref" => Takes(value, schema.GetProperty("definitions").GetProperty(said.GetString()!["#/definitions/".Length..])),
        "type" => said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Any(one => IsOf(value, one.GetString()!)) : IsOf(value, said.GetString()!),
        "enum" => value.ValueKind == JsonValueKind.String && said.EnumerateArray().Any(one => one.GetString() == value.GetString()),
        "anyOf" => said.EnumerateArray().Any(one => Takes(value, one)),
        "required" => value.ValueKind != JsonValueKind.Object || said.EnumerateArray().All(one => value.TryGetProperty(one.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => !said.TryGetProperty(member.Name, out var inner) || Takes(member.Value, inner)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => IsNamed(rules, member.Name) || (said.ValueKind == JsonValueKind.Object && Takes(member.Value, said))),
        "propertyNames" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => Regex.IsMatch(member.Name, said.GetProperty("pattern").GetString()!)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Takes(item, said)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= said.GetInt32(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, said.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= said.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= said.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= said.GetDouble(),
        _ => throw new NotSupportedException(rule),
    };

    private static bool IsNamed(JsonElement rules, string name) => rules.TryGetProperty("properties", out var members) && members.TryGetProperty(name, out _);

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new NotSupportedException(type),
    };
}
