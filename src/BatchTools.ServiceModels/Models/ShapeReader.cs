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
            "box", "sensitive",
            // Their order in XML, and the name of the list where nothing names it: no reader asks for either.
            "xmlOrder", "locationName");
        return ReadKind(name, json);
    }

    private static Shape ReadKind(string name, JsonElement json) => json.Text("type") switch
    {
        "structure" => Structure(name, json),
        "list" => List(name, json),
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

    private static ListShape List(string name, JsonElement json)
    {
        var item = json.Object("member");
        // A text that holds JSON (jsonvalue) is a text to all but some clients.
        item.MustHaveOnly("shape", "locationName", "jsonvalue");
        return new(name, item.Text("shape"), Limits(json), item.OptionalText("locationName"));
    }

    private static StructureShape Structure(string name, JsonElement json)
    {
        var required = new HashSet<string>(json.OptionalTexts("required"));
        var members = json.OptionalProperties("members")
            .Select(property => ReadMember(name, property.Name, property.Value, required.Remove(property.Name)))
            .ToList();
        if (required.Count > 0)
            throw new ModelException($"requires '{required.First()}', which is not a member");
        var status = json.TryGetProperty("error", out var error) ? error.OptionalNumber("httpStatusCode") : null;
        return new(name, members, json.Flag("exception"), (int?)status, error.ValueKind == JsonValueKind.Object ? error.OptionalText("code") : null);
    }

    private static Member ReadMember(string owner, string name, JsonElement json, bool required)
    {
        json.MustHaveOnly("shape", "location", "locationName", "idempotencyToken", "deprecated", "deprecatedMessage", "box");
        var location = json.OptionalText("location") switch
        {
            null => MemberLocation.Body,
            "uri" => MemberLocation.Label,
            "querystring" => MemberLocation.Query,
            var other => throw new ModelException($"the location '{other}' of member '{name}' is not generated"),
        };
        var deprecated = json.Flag("deprecated") ? json.OptionalText("deprecatedMessage") ?? "" : null;
        return new(
            name, json.Text("shape"), required, location, json.OptionalText("locationName") ?? name,
            json.Flag("idempotencyToken"), deprecated, name == owner);
    }

    private static Bounds Limits(JsonElement json) => new(json.OptionalNumber("min"), json.OptionalNumber("max"));
}
