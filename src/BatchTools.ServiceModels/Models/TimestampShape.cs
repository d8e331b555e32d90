namespace BatchTools.ServiceModels.Models;

/// <summary>A moment; in JSON bodies a number of seconds since 1970.</summary>
/// <param name="Name">Its name in the model.</param>
internal sealed record TimestampShape(string Name) : Shape(Name);
