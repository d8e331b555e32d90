using System.Globalization;
using System.Text.Json;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>The fields of a message that is, or ends in, a JSON object: <c>user.name</c>, <c>items.0</c>.</summary>
internal static class DiscoveredFields
{
    // As many as CloudWatch Logs finds in an event.
    private const int MostFields = 200;

    public static Dictionary<string, string> Of(string message)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var begin = message.IndexOf('{');
        if (begin < 0 || message.AsSpan().TrimEnd()[^1] != '}')
            return fields;
        try
        {
            using var json = JsonDocument.Parse(message.AsMemory(begin));
            Add(json.RootElement, "", fields);
        }
        catch (JsonException)
        {
            // Braces alone do not make it JSON: such a message has no fields of its own.
        }

        return fields;
    }

    private static void Add(JsonElement value, string name, Dictionary<string, string> fields)
    {
        if (fields.Count >= MostFields)
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Add(member.Value, name.Length == 0 ? member.Name : $"{name}.{member.Name}", fields);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Add(item, string.Create(CultureInfo.InvariantCulture, $"{name}.{index++}"), fields);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                fields.TryAdd(name, value.GetBoolean() ? "1" : "0");
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                fields.TryAdd(name, value.ToString());
                break;
        }
    }
}
