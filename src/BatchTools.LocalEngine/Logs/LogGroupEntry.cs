namespace BatchTools.LocalEngine.Logs;

/// <summary>A log group.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">Milliseconds since 1970.</param>
/// <param name="RetentionInDays">How long events are kept; null for ever.</param>
internal sealed record LogGroupEntry(long Id, string Name, long CreatedAt, int? RetentionInDays);
