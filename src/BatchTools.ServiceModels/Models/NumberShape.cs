namespace BatchTools.ServiceModels.Models;

/// <summary>A number.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Kind">Its width.</param>
/// <param name="Range">The values it may have.</param>
internal sealed record NumberShape(string Name, NumberKind Kind, Bounds Range) : Shape(Name);
