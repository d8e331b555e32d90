namespace BatchTools.ServiceModels.Models;

/// <summary>A named type of a service.</summary>
/// <param name="Name">Its name in the model.</param>
internal abstract record Shape(string Name);
