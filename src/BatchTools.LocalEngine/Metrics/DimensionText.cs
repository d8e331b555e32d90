using System.Text.Json;

namespace BatchTools.LocalEngine.Metrics;

/// <summary>Dimensions as one text, the same for the same dimensions in whatever order.</summary>
internal static class DimensionText
{
    public static string Write(IEnumerable<(string Name, string Value)> dimensions) => JsonSerializer.Serialize(
        dimensions.OrderBy(static dimension => dimension.Name, StringComparer.Ordinal).SelectMany(static dimension => new[] { dimension.Name, dimension.Value }));

    public static List<(string Name, string Value)> Read(string text) =>
        [.. JsonSerializer.Deserialize<string[]>(text)!.Chunk(2).Select(static pair => (pair[0], pair[1]))];
}
