using System.Text.Json;

namespace BatchTools.ServiceModels.Models;

/// <summary>Reads of a model's JSON that say what was wrong.</summary>
internal static class JsonReading
{
    /// <summary>A text that must be there.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.OptionalText(name) ?? throw new ModelException($"'{name}' is missing or not a string");

    /// <summary>A text, or null.</summary>
    public static string? OptionalText(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.String, out var value) ? value.GetString() : null;

    /// <summary>A whole number, or null.</summary>
    public static long? OptionalNumber(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.Number, out var value) && value.TryGetInt64(out var number) ? number : null;

    /// <summary>Whether a flag is there and set.</summary>
    public static bool Flag(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.True, out _);

    /// <summary>The texts of an array; none where it is absent.</summary>
    public static IReadOnlyList<string> OptionalTexts(this JsonElement element, string name) =>
        [.. element.OptionalItems(name).Select(item => item.Text())];

    /// <summary>Refuses what the generator does not heed: left out in silence it would be a gap on the wire.</summary>
    public static void MustHaveOnly(this JsonElement element, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new ModelException($"{element.GetRawText()} is not an object");
        foreach (var property in element.EnumerateObject().Where(property => !names.Contains(property.Name)))
            throw new ModelException($"'{property.Name}' is not generated");
    }

    /// <summary>The members of an object that must be there.</summary>
    public static IEnumerable<JsonProperty> Properties(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.Object, out var value)
            ? value.EnumerateObject()
            : throw new ModelException($"'{name}' is missing or not an object");

    /// <summary>The members of an object; none where it is absent.</summary>
    public static IEnumerable<JsonProperty> OptionalProperties(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.Object, out var value) ? value.EnumerateObject() : [];

    /// <summary>The items of an array that must be there.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.Array, out var value)
            ? value.EnumerateArray()
            : throw new ModelException($"'{name}' is missing or not an array");

    /// <summary>The items of an array; none where it is absent.</summary>
    public static IEnumerable<JsonElement> OptionalItems(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.Array, out var value) ? value.EnumerateArray() : [];

    /// <summary>A member of whatever kind that must be there.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value
            : throw new ModelException($"'{name}' is missing");

    /// <summary>The text of a string.</summary>
    public static string Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new ModelException($"{element.GetRawText()} is not a string");

    /// <summary>An object that must be there.</summary>
    public static JsonElement Object(this JsonElement element, string name) =>
        element.TryProperty(name, JsonValueKind.Object, out var value)
            ? value
            : throw new ModelException($"'{name}' is missing or not an object");

    private static bool TryProperty(this JsonElement element, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}
