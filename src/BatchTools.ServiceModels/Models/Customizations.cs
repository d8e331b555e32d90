using System.Text.Json;

namespace BatchTools.ServiceModels.Models;

/// <summary>Where the public face of a service differs from its model: a small file of our own beside the model.</summary>
/// <param name="NamespacePart">The service's part of the namespace and of type names, such as <c>CloudWatchLogs</c>.</param>
/// <param name="ValidationError">The error type for a request that breaks the model's rules.</param>
/// <param name="AnyCaseEnums">Enums whose values the service takes in upper and lower case.</param>
/// <param name="MillisecondTimes">Members, as <c>Structure.member</c>, that are numbers of milliseconds on the wire and times in the client's types.</param>
/// <param name="OpenEnums">Enums of which the model lists some values only: the engine takes any text.</param>
/// <param name="Properties">The properties, by <c>Structure.member</c>, that are called other than their members.</param>
/// <param name="ClientOperations">The operations that the client has; none: all of the model.</param>
internal sealed record Customizations(
    string NamespacePart, string ValidationError, HashSet<string> AnyCaseEnums, HashSet<string> MillisecondTimes, IReadOnlyList<string> OpenEnums,
    IReadOnlyDictionary<string, string> Properties, IReadOnlyList<string> ClientOperations)
{
    /// <summary>Reads a customizations file.</summary>
    /// <exception cref="ModelException">Something is missing.</exception>
    public static Customizations Read(JsonElement root)
    {
        var times = root.OptionalProperties("millisecondTimes").SelectMany(structure =>
            structure.Value.ValueKind == JsonValueKind.Array
                ? structure.Value.EnumerateArray().Select(member => structure.Name + "." + member.Text())
                : throw new ModelException($"'{structure.Name}' is not an array"));
        var properties = root.OptionalProperties("properties").ToDictionary(property => property.Name, property => property.Value.Text());
        return new(
            root.Text("namespacePart"), root.Text("validationError"), [.. root.OptionalTexts("anyCaseEnums")], [.. times], root.OptionalTexts("openEnums"),
            properties, root.OptionalTexts("clientOperations"));
    }
}
