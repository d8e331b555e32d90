namespace BatchTools.ServiceModels.Models;

/// <summary>Text out of a set of values.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Values">The values, as they are on the wire.</param>
internal sealed record EnumShape(string Name, IReadOnlyList<string> Values) : Shape(Name);
