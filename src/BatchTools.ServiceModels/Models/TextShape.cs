namespace BatchTools.ServiceModels.Models;

/// <summary>Text.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Length">How many characters it may have.</param>
/// <param name="Pattern">The regular expression that all of it must match, or null.</param>
internal sealed record TextShape(string Name, Bounds Length, string? Pattern) : Shape(Name);
