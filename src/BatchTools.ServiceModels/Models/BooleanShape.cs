namespace BatchTools.ServiceModels.Models;

/// <summary>A truth value.</summary>
/// <param name="Name">Its name in the model.</param>
internal sealed record BooleanShape(string Name) : Shape(Name);
