namespace BatchTools.ServiceModels.Models;

/// <summary>A model file says something that the generator cannot use.</summary>
/// <param name="message">What, and where in the file.</param>
internal sealed class ModelException(string message) : Exception(message);
