namespace BatchTools.LocalEngine.Logs;

/// <summary>A log stream.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">Milliseconds since 1970.</param>
internal sealed record LogStreamEntry(long Id, string Name, long CreatedAt);
