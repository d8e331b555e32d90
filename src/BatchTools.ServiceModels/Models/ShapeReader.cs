using System.Text.Json;

namespace BatchTools.ServiceModels.Models;

/// <summary>Reads one shape of a model.</summary>
internal static class ShapeReader
{
    /// <summary>Reads the shape <paramref name="name"/>.</summary>
    /// <exception cref="ModelException">The shape is of a kind that is not generated, or lacks a part.</exception>
    public static Shape Read(string name, JsonElement json)
    {
        json.MustHaveOnly(
            "type", "members", "required", "enum", "min", "max", "pattern", "member", "key", "value", "exception", "error", "fault",
            "box", "sensitive");
        return ReadKind(name, json);
    }

    private static Shape ReadKind(string name, JsonElement json) => json.Text("type") switch
    {
        "structure" => Structure(name, json),
        "list" => new ListShape(name, json.Object("member").Text("shape"), Limits(json)),
        "map" => new MapShape(name, json.Object("key").Text("shape"), json.Object("value").Text("shape"), Limits(json)),
        "string" when json.TryGetProperty("enum", out _) => new EnumShape(name, json.OptionalTexts("enum")),
        "string" => new TextShape(name, Limits(json), json.OptionalText("pattern")),
        "integer" => new NumberShape(name, NumberKind.Integer, Limits(json)),
        "long" => new NumberShape(name, NumberKind.Long, Limits(json)),
        "float" => new NumberShape(name, NumberKind.Float, Limits(json)),
        "double" => new NumberShape(name, NumberKind.Double, Limits(json)),
        "boolean" => new BooleanShape(name),
        "timestamp" => new TimestampShape(name),
        var other => throw new ModelException($"the type '{other}' is not generated"),
    };

    private static StructureShape Structure(string name, JsonElement json)
    {
        var required = new HashSet<string>(json.OptionalTexts("required"));
        var members = json.OptionalProperties("members")
            .Select(property => ReadMember(property.Name, property.Value, required.Remove(property.Name)))
            .ToList();
        if (required.Count > 0)
            throw new ModelException($"requires '{required.First()}', which is not a member");
        var status = json.TryGetProperty("error", out var error) ? error.OptionalNumber("httpStatusCode") : null;
        return new(name, members, json.Flag("exception"), (int?)status);
    }

    private static Member ReadMember(string name, JsonElement json, bool required)
    {
        json.MustHaveOnly("shape", "location", "locationName", "idempotencyToken", "deprecated", "deprecatedMessage", "box");
        var location = json.OptionalText("location") switch
        {
            null => MemberLocation.Body,
            "uri" => MemberLocation.Label,
            "querystring" => MemberLocation.Query,
            var other => throw new ModelException($"the location '{other}' of member '{name}' is not generated"),
        };
        if (location == MemberLocation.Body && json.OptionalText("locationName") is { } wireName && wireName != name)
            throw new ModelException($"member '{name}' has the other wire name '{wireName}', which is not generated");
        var deprecated = json.Flag("deprecated") ? json.OptionalText("deprecatedMessage") ?? "" : null;
        return new(
            name, json.Text("shape"), required, location, json.OptionalText("locationName") ?? name,
            json.Flag("idempotencyToken"), deprecated);
    }

    private static Bounds Limits(JsonElement json) => new(json.OptionalNumber("min"), json.OptionalNumber("max"));
}
