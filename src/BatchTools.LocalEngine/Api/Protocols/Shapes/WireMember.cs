namespace BatchTools.LocalEngine.Api;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="LocationName">Its name in forms and XML.</param>
/// <param name="Shape">The name of its shape.</param>
internal sealed record WireMember(string Name, string LocationName, string Shape);
