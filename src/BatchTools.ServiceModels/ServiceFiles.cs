namespace BatchTools.ServiceModels;

/// <summary>The texts of one service's files; equal texts are generated once.</summary>
/// <param name="Name">The files' common name, such as <c>batch</c>.</param>
/// <param name="Side">Which side of the wire the project builds: <c>Client</c> or <c>Server</c>.</param>
/// <param name="Path">The model's path, for messages.</param>
/// <param name="Model">The text of <c>NAME.json</c>.</param>
/// <param name="Endpoints">The text of <c>NAME.endpoints.json</c>, or null.</param>
/// <param name="Customizations">The text of <c>NAME.customizations.json</c>, or null.</param>
internal sealed record ServiceFiles(string Name, string Side, string Path, string Model, string? Endpoints, string? Customizations);
