namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>An event that a query looks at.</summary>
/// <param name="Entry">The event.</param>
/// <param name="Group">Its log group, with the account: <c>000000000000:/aws/batch/job</c>.</param>
/// <param name="Stream">Its stream's name.</param>
internal readonly record struct QueryEvent(LogEvent Entry, string Group, string Stream);
