using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>
/// Finds the path of a place in JSON by reading up to it again, so that reading costs nothing for the paths of
/// requests that are right.
/// </summary>
internal static class JsonPath
{
    /// <summary>The path of the token at an offset, such as <c>containerOverrides.environment[2].value</c>; <c>$</c> for the whole.</summary>
    /// <param name="json">JSON that can be read up to there.</param>
    /// <param name="offset">The offset of the token's first byte.</param>
    public static string At(ReadOnlySpan<byte> json, long offset)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireReader.MaxDepth });
        var steps = new Stack<Step>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                steps.Pop();
            else if (reader.TokenType != JsonTokenType.PropertyName && steps.TryPop(out var list))
                steps.Push(list with { Index = list.Index + 1 });
            if (reader.TokenStartIndex >= offset)
                break;

            if (reader.TokenType == JsonTokenType.PropertyName)
                steps.Push(steps.Pop() with { Name = Name(reader) });
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                steps.Push(new(reader.TokenType == JsonTokenType.StartArray, null, -1));
        }
        return Text(steps);
    }

    private static string Name(Utf8JsonReader reader) =>
        Shortened.Text(reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString()!);

    private static string Text(Stack<Step> steps)
    {
        var path = "";
        foreach (var step in steps.Reverse())
        {
            if (step.IsList)
                path += $"[{step.Index}]";
            else if (step.Name is not null)
                path += path.Length == 0 ? step.Name : "." + step.Name;
        }
        return path.Length == 0 ? "$" : path;
    }

    private readonly record struct Step(bool IsList, string? Name, int Index);
}
