namespace BatchTools.ServiceModels.Models;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name in the model, which is also its JSON name.</param>
/// <param name="Shape">The name of its shape.</param>
/// <param name="Required">Whether a request must give it.</param>
/// <param name="Location">Where it travels.</param>
/// <param name="LocationName">Its name there: a label, a query parameter, or the name in forms and XML.</param>
/// <param name="IdempotencyToken">Whether the client makes one up when the caller gave none.</param>
/// <param name="Deprecated">What to use instead, or null where it is not deprecated.</param>
/// <param name="IsNamesake">Whether its structure has the same name, which C# does not let a property have.</param>
/// <param name="PropertyName">Its property, where the customizations give it another name than its own.</param>
internal sealed record Member(
    string Name,
    string Shape,
    bool Required,
    MemberLocation Location,
    string LocationName,
    bool IdempotencyToken,
    string? Deprecated,
    bool IsNamesake = false,
    string? PropertyName = null);
