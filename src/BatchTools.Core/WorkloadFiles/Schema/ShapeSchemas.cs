using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace BatchTools.WorkloadFiles;

/// <summary>JSON Schemas of AWS's shapes, each written once and referred to.</summary>
internal sealed class ShapeSchemas
{
    /// <summary>The schemas of the shapes that were referred to, by name.</summary>
    public JsonObject Definitions { get; } = [];

    /// <summary>A value of a parameter.</summary>
    public static JsonObject Value() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    /// <summary>A reference to the schema of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="optional">A member that files may leave out though AWS requires it.</param>
    public JsonObject Reference(Type shape, string? optional = null)
    {
        var name = shape.Name.EndsWith("Request", StringComparison.Ordinal) ? shape.Name[..^"Request".Length] : shape.Name;
        if (!Definitions.ContainsKey(name))
        {
            Definitions[name] = null; // a shape may hold itself
            var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = Members(shape) };
            if (ShapeMembers.Of(shape).Where(member => member.Required && member.WireName != optional).Select(member => JsonValue.Create(member.WireName)).ToArray() is { Length: > 0 } required)
                schema["required"] = new JsonArray(required);
            Definitions[name] = schema;
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    /// <summary>The schemas of the members of a shape.</summary>
    public JsonObject Members(Type shape) =>
        new(ShapeMembers.Of(shape).OrderBy(member => member.WireName, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.WireName, (JsonNode?)Of(member.Type, member.ItemConstant))));

    // Numbers and truth values may be texts, and so variables; texts may be numbers.
    private JsonObject Of(Type type, Type? itemConstant = null)
    {
        if (type.IsGenericType)
        {
            return type.GetGenericArguments() is [var item]
                ? new() { ["type"] = "array", ["items"] = Of(itemConstant ?? item) }
                : new() { ["type"] = "object", ["additionalProperties"] = Of(type.GetGenericArguments()[1]) };
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
            return new() { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = Constants(type) }, new JsonObject { ["type"] = "string", ["pattern"] = @"\$\{" }) };
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => Value(),
            TypeCode.Boolean => new() { ["type"] = new JsonArray("boolean", "string") },
            TypeCode.Int32 or TypeCode.Int64 => new() { ["type"] = new JsonArray("integer", "string") },
            TypeCode.Single or TypeCode.Double => new() { ["type"] = new JsonArray("number", "string") },
            _ => Reference(type),
        };
    }

    private static JsonArray Constants(Type type) => new([.. type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == type)
        .Select(field => ((ConstantClass)field.GetValue(null)!).Value)
        .Order(StringComparer.Ordinal)
        .Select(value => JsonValue.Create(value))]);
}
