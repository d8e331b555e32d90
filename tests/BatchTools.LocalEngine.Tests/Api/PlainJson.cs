using System.Collections;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>The JSON that an object of the models should be, found by reflection and not by the generated code.</summary>
internal static class PlainJson
{
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        ConstantClass constant => constant.Value,
        string text => text,
        bool truth => truth,
        int number => number,
        long number => number,
        float number => number,
        double number => number,
        DateTime time => new DateTimeOffset(time).ToUnixTimeMilliseconds(),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Of(map[key])))),
        IList list => new JsonArray([.. list.Cast<object?>().Select(Of)]),
        _ => new JsonObject(Filler.Members(value.GetType()).Select(property => KeyValuePair.Create(Wire(property.Name), Of(property.GetValue(value))))),
    };

    private static string Wire(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}
