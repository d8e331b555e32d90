namespace BatchTools.ServiceModels.Models;

/// <summary>An operation of a service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with labels in braces.</param>
/// <param name="Input">The structure of its request; named <c>…Request</c>.</param>
/// <param name="Output">The structure of its answer; named <c>…Response</c>.</param>
/// <param name="Errors">The names of the errors that the model lists for it.</param>
internal sealed record Operation(
    string Name,
    string Method,
    string Path,
    StructureShape Input,
    StructureShape Output,
    IReadOnlyList<string> Errors);
